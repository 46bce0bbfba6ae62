internal import AzureResources
internal import Estate
internal import JSONDocument

/// `POST networkWatchers/{name}/topology`.
extension ARMService {
  /// The resources of a group, a network or a subnet, and how they hang together.
  ///
  /// The answer's id follows from the question, and its times are the newest observation's, else the
  /// service's day: the engine has no clock.
  ///
  /// - Parameter subscription: That of the watcher, in which a group is meant.
  func topology(_ body: JSONValue?, subscription: Substring?) throws(ARMError) -> ARMResponse {
    let scope = try TopologyScope(body)
    let topology = Topology(estate, asOf: day, including: try members(of: scope, String(subscription ?? "")))
    let observed = estate.observations.compactMap(\.observedAt).max()
    let time = JSONValue.string(observed ?? "\(day)T00:00:00Z")
    return ARMResponse(
      200,
      [
        "id": .string(StableIdentifier.text(for: "topology \(scope)")), "createdDateTime": time, "lastModified": time,
        "resources": .array(topology.resources),
      ])
  }

  private func members(of scope: TopologyScope, _ subscription: String) throws(ARMError) -> (ResourceID) -> Bool {
    let locator = ResourceLocator(estate)
    switch scope {
    case .group(let name):
      let containers = Containers(estate)
      guard containers.contains(subscription: subscription) else { throw .subscriptionNotFound(subscription) }
      guard containers.contains(group: name, subscription: subscription) else { throw .resourceGroupNotFound(name) }
      return { id in
        id.resourceGroup?.matches(name) == true && id.subscription?.matches(subscription) == true
      }
    case .virtualNetwork(let id):
      guard let network = estate.virtualNetworkIndex(locator.locate(id)) else { throw locator.absence(id) }
      let own = estate.virtualNetworks[network]
      let gateways = estate.gateways(inNetwork: network).map { estate.virtualNetworkGateways[$0].id }
      let ids = attachments(to: own.subnets).union(gateways).union([own.id])
      return { ids.contains($0) }
    case .subnet(let id):
      guard let subnet = estate.subnetIndex(locator.locate(id)) else { throw locator.absence(id) }
      let ids = attachments(to: [estate.subnet(subnet)])
      return { ids.contains($0) }
    }
  }

  /// Subnets, the NICs in them, and what is attached to either.
  private func attachments(to subnets: [Subnet]) -> Set<ResourceID> {
    var found = Set(subnets.map(\.id))
    for (index, interface) in estate.networkInterfaces.enumerated() {
      guard let subnet = interface.subnet, found.contains(subnet) else { continue }
      found.insert(interface.id)
      if let machine = estate.virtualMachine(ofInterface: index) { found.insert(estate.virtualMachines[machine].id) }
      if let group = interface.networkSecurityGroup { found.insert(group) }
      found.formUnion(interface.ipConfigurations.compactMap(\.publicIPAddress))
    }
    return found.union(subnets.compactMap(\.networkSecurityGroup))
  }
}
