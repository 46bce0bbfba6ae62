internal import AzureFacts
internal import IPAddressing
internal import Routing

/// Finds the likely reason of a difference.
struct DifferenceExplainer {
  typealias Reason = (cause: RouteDifference.Cause, summary: String, command: String?)

  let table: EffectiveRouteTable
  let day: Day
  let region: String?
  let answer: ObservedRoutes

  func difference(_ observed: ObservedRoute?, _ computed: EffectiveRoute?) -> RouteDifference {
    let reason = reason(observed, computed)
    return RouteDifference(
      observed: observed, computed: computed, cause: reason.cause, summary: reason.summary, command: reason.command)
  }

  private func reason(_ observed: ObservedRoute?, _ computed: EffectiveRoute?) -> Reason {
    let row = observed ?? computed.map { ObservedRoute($0) }
    guard let row else { return (.unexplained, "", nil) }
    switch row.source.lowercased() {
    case "user": return userRoute(observed, computed)
    case "virtualnetworkgateway": return gatewayRoute(observed, computed)
    default: return systemRoute(row, observed, computed)
    }
  }

  private func systemRoute(
    _ row: ObservedRoute, _ observed: ObservedRoute?, _ computed: EffectiveRoute?
  ) -> Reason {
    let type = EffectiveNextHopType.allCases.first { $0.rawValue.lowercased() == row.nextHopType.lowercased() }
    switch type {
    case .vnetPeering, .vnetGlobalPeering: return peeringRoute(observed, computed)
    case .none?, .internet: return platformRoute(observed, computed)
    case .interfaceEndpoint where observed != nil && computed != nil:
      return (
        .userRouteChanged, "a user route or network policy that overrides the endpoint exists on one side only", nil
      )
    case .interfaceEndpoint:
      return since(computed, .privateEndpointChanged, "the private endpoint is not in the snapshot", "private endpoint")
    case .serviceEndpoint: return serviceEndpoint(computed)
    case .connectedGroup:
      return (
        .connectedGroupChanged,
        "the members of the network manager's group differ: members that come from policy are not in ARM", nil
      )
    case .vnetLocal:
      return since(
        computed, .addressSpaceChanged, "the network in the snapshot doesn't have the prefix", "prefix of the network")
    default: return (.unexplained, "no rule explains this row", nil)
    }
  }

  /// The reason of a row that only one side has, where one of the two is older than the other.
  private func since(
    _ computed: EffectiveRoute?, _ cause: RouteDifference.Cause, _ lacking: String, _ thing: String
  ) -> Reason {
    if computed == nil { return (cause, "\(lacking): it was there when Azure was asked\(time)", nil) }
    return (cause, "the \(thing) is not in Azure's answer: it came after Azure was asked\(time)", nil)
  }

  private func userRoute(_ observed: ObservedRoute?, _ computed: EffectiveRoute?) -> Reason {
    if let missing = table.missing.first(where: { $0.kind == .resource && $0.resource == table.routeTable }) {
      return (.resourceMissing, missing.summary, missing.command)
    }
    if computed?.addressPrefixes.isEmpty == true, let tag = computed?.serviceTag {
      let command = table.missing.first { $0.kind == .serviceTag }?.command
      return (.serviceTagUnknown, "the snapshot lacks the prefixes of service tag \(tag)", command)
    }
    if observed != nil, computed != nil {
      return (.userRouteChanged, "the user route was changed after Azure was asked\(time)", nil)
    }
    return since(computed, .userRouteChanged, "the subnet's route table doesn't have the route", "user route")
  }

  private func serviceEndpoint(_ computed: EffectiveRoute?) -> Reason {
    if let missing = table.missing.first(where: { $0.kind == .serviceTag }) {
      return (.serviceTagUnknown, "the snapshot lacks \(missing.summary)", missing.command)
    }
    return since(
      computed, .serviceEndpointChanged, "the subnet has no such service endpoint, or its prefixes are of another day",
      "service endpoint, or a part of its prefixes,")
  }

  /// When Azure was asked, as the end of a clause.
  var time: String { answer.observedAt.map { " (\($0))" } ?? "" }
}
