internal import AzureResources
internal import Estate
internal import JSONDocument
public import Routing

/// `POST networkInterfaces/{name}/effectiveRouteTable`.
extension ARMService {
  /// The effective routes of a NIC, or Azure's refusal.
  ///
  /// - Parameter interface: An index of `Estate.networkInterfaces`.
  /// - Returns: The table; its `missing` names what the snapshot lacks for it to be complete, which ARM's shape has no
  ///   place for.
  /// - Throws: `ARMError`: Azure's own for a NIC that is not attached to a running machine, and `SnapshotIncomplete`
  ///   for one whose subnet the snapshot lacks.
  public func effectiveRoutes(ofInterface interface: Int) throws(ARMError) -> EffectiveRouteTable {
    guard machines == .asIfRunning || Attachment(estate).isRunning(interface) else {
      throw .unattached(estate.networkInterfaces[interface].id, on: day)
    }
    return try routes(ofInterface: interface)
  }

  /// The routes of a NIC's subnet, whatever its machine does.
  func routes(ofInterface interface: Int) throws(ARMError) -> EffectiveRouteTable {
    guard let subnet = estate.subnet(ofInterface: interface) else { throw missingSubnet(interface) }
    var builder = RouteTableBuilder(estate, asOf: day)
    return builder.table(ofSubnet: subnet)
  }

  func effectiveRouteTable(_ id: ResourceID) throws(ARMError) -> ARMResponse {
    ARMResponse(200, EffectiveRouteJSON.answer(try effectiveRoutes(ofInterface: try interface(id))))
  }

  /// The NIC that an id means.
  func interface(_ id: ResourceID) throws(ARMError) -> Int {
    let locator = ResourceLocator(estate)
    guard let interface = estate.networkInterfaceIndex(locator.locate(id)) else { throw locator.absence(id) }
    return interface
  }

  private func missingSubnet(_ interface: Int) -> ARMError {
    let id = estate.networkInterfaces[interface].id
    guard let subnet = estate.networkInterfaces[interface].subnet else {
      return .snapshotIncomplete("Network interface \(id) names no subnet in the snapshot: its routes can't be told.")
    }
    guard let network = subnet.parent, estate.virtualNetworkIndex(network) == nil else {
      return .snapshotIncomplete(
        "Subnet \(subnet) of network interface \(id.name) is not in the snapshot, though its virtual network is. "
          + "Collect it: az network vnet subnet show --ids \(subnet)")
    }
    return .snapshotIncomplete(
      "Virtual network \(network), in which network interface \(id.name) is, is not in the snapshot. "
        + "Collect it: az network vnet show --ids \(network)")
  }
}
