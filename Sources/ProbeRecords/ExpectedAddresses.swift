public import AzureResources
public import Estate
public import IPAddressing
internal import JSONDocument

/// The addresses that names of private endpoints should have, as the endpoints themselves say.
///
/// - Source: expressroute and private link semantics C.2.1, order of truth: the NIC's names, `customDnsConfigs`, the zone
///   group's record sets.
public struct ExpectedAddresses: Sendable {
  /// What an endpoint says of a name.
  public struct Entry: Sendable, Hashable {
    public let endpoint: ResourceID
    public let address: IPAddress
    /// Where the endpoint's network knows it: the resource that says so.
    public let source: ResourceID
  }

  private var entries: [String: [Entry]] = [:]
  /// All addresses of all endpoints.
  private var owners: [IPAddress: [ResourceID]] = [:]

  /// Those of an estate.
  ///
  /// - Complexity: O(size of the private endpoints and their NICs).
  public init(_ estate: Estate) {
    let groups = Dictionary(
      grouping: estate.records.filter { $0.id.type.lowercased().hasSuffix("/privatednszonegroups") },
      by: { $0.id.parent })
    for endpoint in estate.privateEndpoints {
      for address in endpoint.addresses { own(address, endpoint.id) }
      for interface in endpoint.networkInterfaces { readInterface(interface, endpoint.id, estate) }
      readConfigurations(endpoint.id, estate)
      for group in groups[endpoint.id] ?? [] { readGroup(group.id, endpoint.id, estate) }
      for observation in estate.observations
      where observation.resource == endpoint.id && observation.action == "privatednszonegroups" {
        let response = estate.text.value(at: observation.source)?[observation.responseKey]
        for group in response?["value"]?.elements ?? [] {
          readGroup(group, observation.resource ?? endpoint.id, endpoint.id)
        }
      }
    }
  }

  /// What endpoints say of a name; empty for names of none.
  public func entries(of name: String) -> [Entry] { entries[name] ?? [] }

  /// The endpoints that have an address.
  public func endpoints(at address: IPAddress) -> [ResourceID] { owners[address] ?? [] }

  /// All names, in order.
  public var names: [String] { entries.keys.sorted() }

  private mutating func readInterface(_ id: ResourceID, _ endpoint: ResourceID, _ estate: Estate) {
    let json = estate.json(id)
    for configuration in (json?["properties"]?["ipConfigurations"] ?? json?["ipConfigurations"])?.elements ?? [] {
      let properties = configuration["properties"] ?? configuration
      guard let address = properties["privateIPAddress"]?.text.flatMap({ try? IPAddress($0) }) else { continue }
      own(address, endpoint)
      for name in properties["privateLinkConnectionProperties"]?["fqdns"]?.elements ?? [] {
        add(name.text, address, endpoint, id)
      }
    }
  }

  private mutating func readConfigurations(_ endpoint: ResourceID, _ estate: Estate) {
    let json = estate.json(endpoint)
    for configuration in (json?["properties"]?["customDnsConfigs"] ?? json?["customDnsConfigs"])?.elements ?? [] {
      for text in configuration["ipAddresses"]?.elements ?? [] {
        guard let address = text.text.flatMap({ try? IPAddress($0) }) else { continue }
        add(configuration["fqdn"]?.text, address, endpoint, endpoint)
      }
    }
  }

  private mutating func readGroup(_ id: ResourceID, _ endpoint: ResourceID, _ estate: Estate) {
    if let json = estate.json(id) { readGroup(json, id, endpoint) }
  }

  private mutating func readGroup(_ json: JSONValue, _ id: ResourceID, _ endpoint: ResourceID) {
    for configuration in (json["properties"] ?? json)["privateDnsZoneConfigs"]?.elements ?? [] {
      for record in (configuration["properties"] ?? configuration)["recordSets"]?.elements ?? [] {
        for text in record["ipAddresses"]?.elements ?? [] {
          guard let address = text.text.flatMap({ try? IPAddress($0) }), let name = record["fqdn"]?.text else {
            continue
          }
          add(name, address, endpoint, id)
        }
      }
    }
  }

  private mutating func add(_ name: String?, _ address: IPAddress, _ endpoint: ResourceID, _ source: ResourceID) {
    guard var name = name?.lowercased(), !name.isEmpty else { return }
    if name.hasSuffix(".") { name.removeLast() }
    let known = entries[name] ?? []
    // What the NIC said of a name counts; what follows in the order of truth adds names that it lacks.
    guard !known.contains(where: { $0.endpoint == endpoint && ($0.source != source || $0.address == address) }) else {
      return
    }
    entries[name, default: []].append(Entry(endpoint: endpoint, address: address, source: source))
  }

  private mutating func own(_ address: IPAddress, _ endpoint: ResourceID) {
    if !owners[address, default: []].contains(endpoint) { owners[address, default: []].append(endpoint) }
  }
}
