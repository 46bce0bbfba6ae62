internal import AzureResources
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether the gateway's SKU carries what the circuit brings: bandwidth, routes, FastPath.
///
/// - Source: ExpressRoute semantics A.8; rules ER-C13, ER-C14.
struct GatewaySKUCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.gateways.filter { $0.isKnown && $0.isExpressRoute != false }.flatMap { gateway -> [CircuitFinding] in
      guard let sku = gateway.sku else {
        guard let name = gateway.skuName else { return [] }
        return [
          subject.finding(
            .gatewaySKULimit, .skipped, "SKU \(name) of gateway \(gateway.id.name) is none whose limits are known",
            at: [],
            resource: gateway.id)
        ]
      }
      return [bandwidth(gateway, sku, subject), routes(gateway, sku, subject)].compactMap { $0 }
        + fastPath(gateway, sku, subject)
    }
  }

  private static func bandwidth(
    _ gateway: GatewaySubject, _ sku: GatewaySKU, _ subject: CircuitSubject
  ) -> CircuitFinding? {
    guard let ordered = subject.circuit.bandwidthInMbps, let carried = sku.megabitsPerSecond(units: gateway.units)
    else {
      return nil
    }
    let isLess = ordered > carried
    // FastPath takes the data past the gateway.
    let isBypassed = subject.connections.contains {
      $0.gateway == gateway.id && $0.expressRouteGatewayBypass == true
    }
    return subject.finding(
      .gatewaySKULimit, .pass,
      isLess && !isBypassed
        ? "gateway \(gateway.id.name) (\(sku.name)) carries \(carried) Mbps, less than the circuit's \(ordered)"
        : "gateway \(gateway.id.name) (\(sku.name)) carries \(carried) Mbps, the circuit \(ordered)", at: [],
      resource: gateway.id, evidence: [subject.property("sku", gateway.skuName, of: gateway.id)])
  }

  private static func routes(
    _ gateway: GatewaySubject, _ sku: GatewaySKU, _ subject: CircuitSubject
  ) -> CircuitFinding? {
    guard let observed = gateway.learned.observed else { return nil }
    let count = Set(observed.content.routes.filter { $0.nextHop != nil }.map(\.networkText)).count
    guard count * 100 >= sku.learnedRoutes * 80 else { return nil }
    return subject.finding(
      .gatewaySKULimit, .warning,
      "gateway \(gateway.id.name) (\(sku.name)) learned \(count) prefixes of the \(sku.learnedRoutes) that it takes",
      at: [.gateway], resource: gateway.id,
      evidence: [subject.evidence(observed, "getLearnedRoutes", "\(count) prefixes")], party: .customer,
      remedy: Remedy("summarise the prefixes at the edge, or take a larger SKU"))
  }

  private static func fastPath(
    _ gateway: GatewaySubject, _ sku: GatewaySKU, _ subject: CircuitSubject
  ) -> [CircuitFinding] {
    subject.connections.filter { $0.gateway == gateway.id }.compactMap { connection in
      guard connection.expressRouteGatewayBypass == true else { return nil }
      if sku.takesFastPath(units: gateway.units) == false {
        return subject.finding(
          .gatewaySKULimit, .warning,
          "connection \(connection.id.name) asks for FastPath, which gateway \(gateway.id.name) (\(sku.name)) doesn't take",
          at: [.gateway], resource: connection.id,
          evidence: [subject.property("expressRouteGatewayBypass", "true", of: connection.id)], party: .customer,
          remedy: Remedy("take UltraPerformance, ErGw3AZ, or ErGwScale with 10 units, or give FastPath up"))
      }
      guard connection.enablePrivateLinkFastPath == true, !subject.circuit.isDirect else { return nil }
      return subject.finding(
        .gatewaySKULimit, .warning,
        "connection \(connection.id.name) asks for Private Link over FastPath, which takes a Direct circuit",
        at: [.gateway],
        resource: connection.id,
        evidence: [subject.property("enablePrivateLinkFastPath", "true", of: connection.id)], party: .customer,
        remedy: Remedy("switch enablePrivateLinkFastPath off"))
    }
  }
}
