internal import AzureResources
public import Estate
internal import IPAddressing
internal import JSONDocument
internal import PrivateLinkZones

/// The names of an estate's private endpoints, with the addresses that they should have.
///
/// An endpoint's NIC tells best; then come its `customDnsConfigs`, and its zone groups' records.
///
/// - Source: private endpoint semantics C.2.1, "order of truth".
public struct EndpointNames: Sendable {
  /// By endpoint.
  private var names: [[EndpointName]] = []
  private var index: [String: [EndpointName]] = [:]

  /// - Complexity: O(private endpoints, and the zone groups of those whose NICs say nothing).
  public init(_ estate: Estate) { self.init(estate, NameResources(estate)) }

  init(_ estate: Estate, _ resources: NameResources) {
    let groups = Dictionary(grouping: resources.zoneGroups) { $0.parent }
    for position in estate.privateEndpoints.indices {
      var found = Self.interfaceNames(position, estate)
      if found.isEmpty { found = Self.configuredNames(position, estate) }
      if found.isEmpty {
        found = Self.groupNames(position, groups[estate.privateEndpoints[position].id] ?? [], estate)
      }
      names.append(found)
      for name in found { index[name.name, default: []].append(name) }
    }
  }

  /// The names of an endpoint, by its index in `Estate.privateEndpoints`.
  public func names(ofEndpoint endpoint: Int) -> [EndpointName] { names[endpoint] }

  /// The endpoints' entries for a name.
  public func entries(for name: DomainName) -> [EndpointName] { index[name.text] ?? [] }

  private static func interfaceNames(_ endpoint: Int, _ estate: Estate) -> [EndpointName] {
    estate.privateEndpoints[endpoint].networkInterfaces.flatMap { id -> [EndpointName] in
      let json = estate.json(id)
      let configurations = (json?["properties"]?["ipConfigurations"] ?? json?["ipConfigurations"])?.elements ?? []
      return configurations.flatMap { configuration -> [EndpointName] in
        let properties = configuration["properties"] ?? configuration
        let link = properties["privateLinkConnectionProperties"]
        let address = properties["privateIPAddress"]?.text.flatMap { try? IPAddress($0) }
        return (link?["fqdns"]?.elements ?? []).compactMap(\.text).map { name in
          EndpointName(
            endpoint: endpoint, name: fold(name), addresses: address.map { [$0] } ?? [],
            groupID: link?["groupId"]?.text, member: link?["requiredMemberName"]?.text)
        }
      }
    }
  }

  private static func configuredNames(_ endpoint: Int, _ estate: Estate) -> [EndpointName] {
    guard !estate.privateEndpoints[endpoint].dnsNames.isEmpty else { return [] }
    let json = estate.json(estate.privateEndpoints[endpoint].id)
    let configurations = (json?["properties"]?["customDnsConfigs"] ?? json?["customDnsConfigs"])?.elements ?? []
    return configurations.compactMap { configuration in
      configuration["fqdn"]?.text.map { name in
        let addresses = configuration["ipAddresses"]?.elements?.compactMap { $0.text.flatMap { try? IPAddress($0) } }
        return EndpointName(
          endpoint: endpoint, name: fold(name), addresses: addresses ?? [], groupID: nil, member: nil)
      }
    }
  }

  /// What zone groups hold are the names in the zones; the public ones follow from the table.
  private static func groupNames(_ endpoint: Int, _ groups: [ResourceID], _ estate: Estate) -> [EndpointName] {
    groups.flatMap { id -> [EndpointName] in
      let configurations = estate.json(id)?["properties"]?["privateDnsZoneConfigs"]?.elements ?? []
      return configurations.flatMap { configuration -> [EndpointName] in
        ((configuration["properties"] ?? configuration)["recordSets"]?.elements ?? []).compactMap { set in
          guard let name = set["fqdn"]?.text else { return nil }
          let addresses = set["ipAddresses"]?.elements?.compactMap { $0.text.flatMap { try? IPAddress($0) } }
          return EndpointName(
            endpoint: endpoint, name: fold(name), addresses: addresses ?? [], groupID: nil, member: nil)
        }
      }
    }
  }

  private static func fold(_ name: String) -> String {
    let folded = name.lowercased()
    return folded.hasSuffix(".") ? String(folded.dropLast()) : folded
  }
}
