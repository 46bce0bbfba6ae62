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
    let groups = evaluator.groups(atInterface: interface)
    let olderDenyRule = APIBehaviour.effectiveSecurityGroupsListOlderDenyRule.value(on: day) == "true"
    return ARMResponse(
      200, ["value": .array(groups.map { EffectiveSecurityGroupJSON.entry($0, olderDenyRule: olderDenyRule) })])
  }
}
