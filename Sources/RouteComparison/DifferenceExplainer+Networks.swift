internal import AzureResources
internal import AzureFacts
internal import IPAddressing
internal import Routing

/// Differences in what gateways, peerings and the platform contribute.
extension DifferenceExplainer {
  func gatewayRoute(_ observed: ObservedRoute?, _ computed: EffectiveRoute?) -> Reason {
    guard let observed else {
      return (
        .gatewayRoutesChanged, "a gateway of the snapshot has it, and had it not when Azure was asked\(time)", nil
      )
    }
    if computed != nil {
      return (.gatewayRoutesChanged, "the gateway is shown with other addresses than those in the snapshot", nil)
    }
    if let missing = table.missing.first(where: { $0.kind == .learnedRoutes })
      ?? table.missing.first(where: { $0.kind == .resource })
    {
      return (.learnedRoutesMissing, "the snapshot lacks \(missing.summary)", missing.command)
    }
    if let reason = withholding(observed) { return (.withheld, reason.sentence, nil) }
    return (
      .gatewayRoutesChanged, "no gateway in the snapshot knows the prefix: it was known when Azure was asked\(time)",
      nil
    )
  }

  func peeringRoute(_ observed: ObservedRoute?, _ computed: EffectiveRoute?) -> Reason {
    guard let observed else {
      return (.peeringChanged, "the peering, or its prefix, came after Azure was asked\(time)", nil)
    }
    if let computed, computed.nextHopType.rawValue.lowercased() != observed.nextHopType.lowercased() {
      return (.regionUnknown, "the regions of the two networks are not those of the snapshot, or unknown there", nil)
    }
    if computed != nil {
      return (.userRouteChanged, "a user route of the same prefix exists on one side only", nil)
    }
    switch withholding(observed) {
    case .peeringNotSynchronised(let peering):
      return (
        .peeringNotSynchronised, "peering \(peering.name) is not synchronised in the snapshot",
        "az network vnet peering sync -g \(peering.resourceGroup ?? "") --vnet-name \(peering.parent?.name ?? "")"
          + " -n \(peering.name)"
      )
    case .peeringNotConnected(let peering, let state):
      return (.peeringChanged, "peering \(peering.name) is \(state.rawValue) in the snapshot", nil)
    case let reason?: return (.withheld, reason.sentence, nil)
    case nil:
      if let missing = table.missing.first(where: { $0.kind == .resource }) {
        return (.resourceMissing, "the snapshot lacks \(missing.summary)", missing.command)
      }
      return (
        .peeringChanged, "no peering in the snapshot brings the prefix: one did when Azure was asked\(time)", nil
      )
    }
  }

  func platformRoute(_ observed: ObservedRoute?, _ computed: EffectiveRoute?) -> Reason {
    if observed != nil, computed != nil {
      return (.userRouteChanged, "a user route of the same prefix exists on one side only", nil)
    }
    if observed != nil, let address = firstAddress(observed),
      let displaced = table.candidates(for: address).first(where: { candidate in
        candidate.route.origin == .platform && "\(candidate.prefix)" == observed?.addressPrefixes.first
      }), case .displaced(let displacement) = displaced.outcome
    {
      return (.userRouteChanged, "in the snapshot the row is not shown: \(displacement.sentence)", nil)
    }
    let prefix = observed?.addressPrefixes.first ?? computed?.addressPrefixes.first.map { "\($0)" } ?? ""
    if let asked = answer.observedAt.flatMap({ Day($0.prefix(10)) }),
      isListed(prefix, on: asked) != isListed(prefix, on: day)
    {
      let known = observed == nil ? "doesn't have the prefix" : "has the prefix"
      return (
        .platformListOfAnotherDay, "Azure's own list of \(asked) \(known); ask with --as-of \(asked) for that list", nil
      )
    }
    if computed != nil, answerHasDefaultRoute {
      return (
        .userRouteChanged, "Azure's answer has a default route to an appliance or gateway, which removes the row", nil
      )
    }
    return (.platformListOfAnotherDay, "Azure's own routes to nowhere were others when Azure was asked\(time)", nil)
  }

  private var answerHasDefaultRoute: Bool {
    answer.routes.contains { row in
      row.addressPrefixes == ["0.0.0.0/0"] && row.state.lowercased() == "active"
        && ["virtualappliance", "virtualnetworkgateway"].contains(row.nextHopType.lowercased())
    }
  }

  private func isListed(_ prefix: String, on day: Day) -> Bool {
    PlatformRoute.routes(on: day, region: region).contains { "\($0.prefix)" == prefix }
  }

  private func firstAddress(_ row: ObservedRoute?) -> IPAddress? {
    row?.addressPrefixes.first.flatMap { try? IPPrefix($0) }?.firstAddress
  }

  /// Why a route that the snapshot knows of is kept away from the table.
  private func withholding(_ row: ObservedRoute) -> WithholdingReason? {
    guard let address = firstAddress(row) else { return nil }
    return table.candidates(for: address).lazy.compactMap { candidate -> WithholdingReason? in
      guard case .withheld(let reason) = candidate.outcome,
        row.addressPrefixes.contains("\(candidate.prefix)")
      else { return nil }
      return reason
    }.first
  }
}
