internal import AzureResources
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity
internal import IPAddressing

/// Whether the gateway learned what on-premises announces to Microsoft's routers.
///
/// - Source: ExpressRoute semantics A.12, F.1 step 6.
struct LearnedRouteCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    guard let peering = subject.privatePeering else { return [] }
    let announced = Set(peering.paths.compactMap(\.onPremises).joined().compactMap(\.network))
    return subject.gateways.filter(\.isKnown).compactMap { gateway in
      let command = "az network vnet-gateway list-learned-routes --ids \(gateway.id) -o json"
      guard let observed = gateway.learned.observed else {
        return subject.finding(
          .gatewayLacksEdgePrefix, .skipped, "nobody asked gateway \(gateway.id.name) what it learned", at: [],
          resource: gateway.id, remedy: Remedy("collect what the gateway learned", [command]))
      }
      guard !announced.isEmpty else { return nil }
      let learned = Set(
        observed.content.routes.filter { $0.asPath.contains(12076) || $0.origin?.lowercased() == "ebgp" }
          .compactMap(\.network))
      // A gateway takes no network of its own back.
      let expected = announced.filter { network in !gateway.addressSpace.contains { $0.contains(network) } }
      let lacking = expected.subtracting(learned).sorted()
      let evidence = [subject.evidence(observed, "getLearnedRoutes", "\(learned.count) prefixes over BGP")]
      guard !lacking.isEmpty else {
        return subject.finding(
          .gatewayLacksEdgePrefix, .pass,
          "gateway \(gateway.id.name) learned what on-premises announces: \(RouteSymmetryCheck.list(expected.sorted()))",
          at: [.gateway],
          resource: gateway.id, evidence: evidence)
      }
      return subject.finding(
        .gatewayLacksEdgePrefix, lacking.count == expected.count ? .fail : .warning,
        "gateway \(gateway.id.name) didn't learn \(RouteSymmetryCheck.list(lacking)), which Microsoft's routers have",
        at: subject.points(of: "MSEE has the on-premises prefix, gateway does not"), resource: gateway.id,
        evidence: evidence, party: .customer,
        remedy: Remedy(
          "look at the connection and at what the gateway's SKU takes; then ask Microsoft's support", [command]))
    }
  }
}
