internal import AzureResources
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity
internal import IPAddressing

/// Whether the networks behind the gateway reach Microsoft's routers, and whether they are too many.
///
/// - Source: ExpressRoute semantics A.6, A.12, rule ER-C20.
struct AdvertisedRouteCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.gateways.filter { $0.isKnown && !$0.addressSpace.isEmpty }.flatMap { gateway in
      [tooMany(gateway, subject)].compactMap { $0 } + lacking(gateway, subject)
    }
  }

  private static func tooMany(_ gateway: GatewaySubject, _ subject: CircuitSubject) -> CircuitFinding? {
    guard let limit = PrefixLimit.of(.advertisedPrefixes, isPremium: false) else { return nil }
    let count = gateway.addressSpace.count { $0.family == .ipv4 }
    guard count * 100 >= limit.ipv4 * 80 else { return nil }
    return subject.finding(
      .prefixLimit, count > limit.ipv4 ? .fail : .warning,
      "gateway \(gateway.id.name) advertises \(count) prefixes of at most \(limit.ipv4); beyond that \(limit.effect)",
      at: [.gateway], resource: gateway.id,
      evidence: [subject.property("addressSpace", "\(count) prefixes with those of spokes", of: gateway.id)],
      party: .customer, remedy: Remedy("take fewer, larger address spaces, or connect spokes elsewhere"))
  }

  private static func lacking(_ gateway: GatewaySubject, _ subject: CircuitSubject) -> [CircuitFinding] {
    guard let peering = subject.privatePeering else { return [] }
    return peering.paths.compactMap { path in
      guard let observed = path.routes.observed, let azure = path.azure, !observed.content.routes.isEmpty else {
        return nil
      }
      let known = Set(observed.content.routes.compactMap(\.network))
      let lacking = gateway.addressSpace.filter { !known.contains($0) }.sorted()
      let evidence = [
        subject.evidence(observed, "routeTables/\(path.path.rawValue)", "\(azure.count) networks of Azure")
      ]
      guard !lacking.isEmpty else {
        return subject.finding(
          .edgeLacksAzurePrefix, .pass,
          "Microsoft's router on the \(path.path.rawValue) path has all networks behind gateway \(gateway.id.name)",
          at: [.gateway], path: path.path, peering: peering, resource: gateway.id, evidence: evidence)
      }
      let isAll = lacking.count == gateway.addressSpace.count
      return subject.finding(
        .edgeLacksAzurePrefix, isAll ? .fail : .warning,
        "Microsoft's router on the \(path.path.rawValue) path lacks \(RouteSymmetryCheck.list(lacking)) of the networks behind"
          + " gateway \(gateway.id.name): on-premises has no way there",
        at: subject.points(of: "CE does not receive the VNet prefix"),
        path: path.path, peering: peering, resource: gateway.id, evidence: evidence, party: .customer,
        remedy: Remedy(
          "look at the connection and, for spokes, at gateway transit on both sides of the peering",
          [CircuitCommand.routes(subject.circuit.id, peering.type, path.path)]))
    }
  }
}
