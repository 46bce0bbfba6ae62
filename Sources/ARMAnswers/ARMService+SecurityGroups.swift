internal import AzureFacts
internal import AzureResources
internal import Estate
internal import Filtering
internal import JSONDocument
internal import Routing

/// `POST networkInterfaces/{name}/effectiveNetworkSecurityGroups`.
extension ARMService {
  func effectiveSecurityGroups(_ id: ResourceID) throws(ARMError) -> ARMResponse {
    let interface = try interface(id)
    guard machines == .asIfRunning || Attachment(estate).isRunning(interface) else {
      throw .unattachedForSecurityGroups(estate.networkInterfaces[interface].id, on: day)
    }
    var evaluator = FilterEvaluator(estate, tables: RouteTableBuilder(estate, asOf: day))
    let groups = try groups(atInterface: interface, &evaluator)
    let admin = evaluator.adminRules(at: .interface(interface))
    return ARMResponse(200, EffectiveSecurityGroupJSON.answer(groups + admin, on: day))
  }

  /// The groups that apply at a NIC.
  ///
  /// - Throws: `SnapshotIncomplete` where the snapshot lacks one that is attached: an answer without it would be wrong.
  func groups(
    atInterface interface: Int, _ evaluator: inout FilterEvaluator
  ) throws(ARMError) -> [EffectiveSecurityGroup] {
    let found = evaluator.groups(atInterface: interface)
    let subnet = estate.subnet(ofInterface: interface).map { estate.subnet($0) }
    let attached = [subnet?.networkSecurityGroup, estate.networkInterfaces[interface].networkSecurityGroup]
    for id in attached.compactMap({ $0 }) where !found.contains(where: { $0.group == id }) {
      throw .snapshotIncomplete(
        "Network security group \(id), which applies at network interface "
          + "\(estate.networkInterfaces[interface].id.name), is not in the snapshot. Collect it: "
          + "az network nsg show --ids \(id)")
    }
    return found
  }
}
