internal import AzureFacts
internal import AzureResources
internal import Estate
internal import JSONDocument

/// The resources of a topology answer, and what hangs on what.
///
/// - Source: 34 recorded answers of 2017 to 2024: these eight types, these associations, newer answers in this order.
struct Topology {
  private let estate: Estate
  private let includes: (ResourceID) -> Bool
  /// Whether a subnet names its group, beside the group that names its subnets.
  private let subnetsNameGroups: Bool
  /// NICs by the public addresses that their configurations name.
  private let interfaceOfAddress: [ResourceID: ResourceID]
  private let subnetsOfGroup: [ResourceID: [ResourceID]]

  /// - Parameters:
  ///   - day: The day whose habits of Azure count.
  ///   - includes: Whether a resource belongs into the answer; security rules follow their group.
  /// - Complexity: O(resources).
  init(_ estate: Estate, asOf day: Day, including includes: @escaping (ResourceID) -> Bool) {
    self.estate = estate
    self.includes = includes
    subnetsNameGroups = APIBehaviour.topologySubnetsNameGroups.value(on: day) == "true"
    let addresses = estate.networkInterfaces.flatMap { interface in
      interface.ipConfigurations.compactMap { configuration in configuration.publicIPAddress.map { ($0, interface.id) }
      }
    }
    interfaceOfAddress = Dictionary(addresses) { first, _ in first }
    let subnets = estate.virtualNetworks.flatMap(\.subnets)
    let attached = subnets.compactMap { subnet in subnet.networkSecurityGroup.map { ($0, subnet.id) } }
    subnetsOfGroup = Dictionary(grouping: attached, by: \.0).mapValues { $0.map(\.1) }
  }

  /// How a resource hangs on another.
  private enum Association: String {
    case associated = "Associated"
    case contains = "Contains"
  }

  /// The resources, each type in the order of the snapshot.
  ///
  /// - Complexity: O(resources).
  var resources: [JSONValue] {
    machines + interfaces + groups + publicAddresses + networks + subnets + gateways
  }

  private var machines: [JSONValue] {
    estate.virtualMachines.indices.filter { includes(estate.virtualMachines[$0].id) }.map { index in
      let machine = estate.virtualMachines[index]
      return Self.node(
        machine.id, machine.location, machine.networkInterfaces.map { Self.association(.contains, $0) })
    }
  }

  private var interfaces: [JSONValue] {
    estate.networkInterfaces.indices.filter { includes(estate.networkInterfaces[$0].id) }.map { index in
      let interface = estate.networkInterfaces[index]
      let machine =
        interface.virtualMachine ?? estate.virtualMachine(ofInterface: index).map { estate.virtualMachines[$0].id }
      let attached = [machine, interface.networkSecurityGroup, interface.subnet].compactMap { $0 }
      let addresses = interface.ipConfigurations.compactMap(\.publicIPAddress)
      return Self.node(
        interface.id, interface.location, (attached + addresses).map { Self.association(.associated, $0) })
    }
  }

  /// Each group, and behind it the rules that people wrote.
  private var groups: [JSONValue] {
    let ids = estate.records.map(\.id).filter { $0.kind == .networkSecurityGroup && includes($0) }
    return ids.compactMap { estate.networkSecurityGroup($0)?.group }.flatMap { group -> [JSONValue] in
      let subnets = (subnetsOfGroup[group.id] ?? []).map { Self.association(.associated, $0) }
      let rules = group.securityRules.map { Self.association(.contains, $0.id) }
      return [Self.node(group.id, group.location, subnets + rules)]
        + group.securityRules.map { Self.node($0.id, group.location, []) }
    }
  }

  private var publicAddresses: [JSONValue] {
    estate.publicIPAddresses.filter { includes($0.id) }.map { address in
      let interface = interfaceOfAddress[address.id].map { Self.association(.associated, $0) }
      return Self.node(address.id, address.location, interface.map { [$0] } ?? [])
    }
  }

  private var networks: [JSONValue] {
    estate.virtualNetworks.indices.filter { includes(estate.virtualNetworks[$0].id) }.map { index in
      let network = estate.virtualNetworks[index]
      let parts =
        network.subnets.map(\.id)
        + estate.gateways(inNetwork: index).map { estate.virtualNetworkGateways[$0].id }
      return Self.node(network.id, network.location, parts.map { Self.association(.contains, $0) })
    }
  }

  private var subnets: [JSONValue] {
    estate.virtualNetworks.flatMap { network in
      network.subnets.filter { includes($0.id) }.map { subnet in
        let group = subnetsNameGroups ? subnet.networkSecurityGroup.map { Self.association(.associated, $0) } : nil
        return Self.node(subnet.id, network.location, group.map { [$0] } ?? [])
      }
    }
  }

  private var gateways: [JSONValue] {
    estate.virtualNetworkGateways.filter { includes($0.id) }.map { gateway in
      var seen: Set<ResourceID> = []
      let subnets = gateway.ipConfigurations.compactMap(\.subnet).filter { seen.insert($0).inserted }
      return Self.node(gateway.id, gateway.location, subnets.map { Self.association(.associated, $0) })
    }
  }

  private static func node(_ id: ResourceID, _ location: String?, _ associations: [JSONValue]) -> JSONValue {
    [
      "name": .string(String(id.name)), "id": .string(id.text), "location": .string(location ?? ""),
      "associations": .array(associations), "properties": [:],
    ]
  }

  private static func association(_ kind: Association, _ id: ResourceID) -> JSONValue {
    [
      "name": .string(String(id.name)), "resourceId": .string(id.text), "associationType": .string(kind.rawValue),
    ]
  }
}
