internal import AzureResources
internal import Estate
internal import Reporting

/// Finds the NICs and subnets behind what somebody named.
struct RouteSubjects {
  private let estate: Estate

  init(_ estate: Estate) { self.estate = estate }

  /// A machine stands for its NICs, its primary one first; a virtual network for its subnets; a route table for the
  /// subnets that name it; a gateway, a firewall, an appliance and a private endpoint for the subnet they are in.
  ///
  /// - Throws: where the snapshot lacks what the answer would be about.
  func subjects(of id: ResourceID) throws(CommandError) -> [RouteSubject] {
    switch id.kind {
    case .virtualMachine, .scaleSetVirtualMachine: return try machine(id)
    case .networkInterface, .scaleSetNetworkInterface:
      guard let index = estate.networkInterfaceIndex(id) else { throw .idNotInSnapshot(id) }
      return [try interface(index)]
    case .subnet: return try subnets([id], of: id)
    case .virtualNetwork:
      let network = estate.virtualNetworkIndex(id).map { estate.virtualNetworks[$0].subnets.map(\.id) }
      return try subnets(network ?? [], of: id)
    case .routeTable:
      let table = estate.routeTableIndex(id)
      let named = estate.subnets.indices.filter { table != nil && estate.routeTable(ofSubnet: $0) == table }
      return try subnets(named.map { estate.subnet($0).id }, of: id)
    default: return try subnets(places(id), of: id)
    }
  }

  private func machine(_ id: ResourceID) throws(CommandError) -> [RouteSubject] {
    let interfaces = estate.virtualMachineIndex(id).map { estate.networkInterfaces(ofMachine: $0) } ?? []
    guard !interfaces.isEmpty else {
      throw CommandError(
        message: "the snapshot holds no NIC of virtual machine \(id.shortName)",
        remedy: "Collect it: az network nic list -g \(id.resourceGroup ?? "<group>") -o json")
    }
    var found: [RouteSubject] = []
    for index in interfaces { found.append(try interface(index)) }
    return found
  }

  private func interface(_ index: Int) throws(CommandError) -> RouteSubject {
    let resource = estate.networkInterfaces[index]
    if let subnet = estate.subnet(ofInterface: index) {
      return RouteSubject(id: resource.id, subnet: subnet, interface: index)
    }
    guard let subnet = resource.subnet else {
      throw CommandError(
        message: "the snapshot doesn't say which subnet NIC \(resource.id.shortName) is in",
        remedy: "Collect it again: \(CollectionCommand.showing(resource.id))")
    }
    throw Self.absent(subnet, of: "NIC \(resource.id.shortName)")
  }

  private func places(_ id: ResourceID) -> [ResourceID] {
    switch id.kind {
    case .virtualNetworkGateway:
      let gateway = estate.virtualNetworkGatewayIndex(id).map { estate.virtualNetworkGateways[$0] }
      return gateway?.ipConfigurations.compactMap(\.subnet) ?? []
    case .azureFirewall:
      return estate.azureFirewalls.first { $0.id == id }?.ipConfigurations.compactMap(\.subnet) ?? []
    case .virtualNetworkAppliance:
      return estate.virtualNetworkAppliances.first { $0.id == id }?.subnet.map { [$0] } ?? []
    case .privateEndpoint: return estate.privateEndpoints.first { $0.id == id }?.subnet.map { [$0] } ?? []
    default: return []
    }
  }

  private func subnets(_ ids: [ResourceID], of owner: ResourceID) throws(CommandError) -> [RouteSubject] {
    var seen: Set<ResourceID> = []
    var found: [RouteSubject] = []
    for id in ids where seen.insert(id).inserted {
      guard let index = estate.subnetIndex(id) else {
        throw Self.absent(id, of: "\(owner.kind.noun) \(owner.shortName)")
      }
      found.append(RouteSubject(id: estate.subnet(index).id, subnet: index, interface: nil))
    }
    guard !found.isEmpty else {
      let lack = owner.kind == .routeTable ? "names" : "belongs to"
      throw CommandError(message: "no subnet in the snapshot \(lack) \(owner.kind.noun) \(owner.shortName)")
    }
    return found
  }

  private static func absent(_ subnet: ResourceID, of owner: String) -> CommandError {
    CommandError(
      message: "subnet \(subnet.parent?.name ?? "")/\(subnet.name), in which \(owner) is, is not in the snapshot",
      remedy: "Collect it: \(CollectionCommand.showing(subnet))")
  }
}
