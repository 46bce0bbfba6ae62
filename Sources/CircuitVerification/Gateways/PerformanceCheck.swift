internal import AzureResources
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether the gateway is at what its SKU carries.
///
/// - Source: ExpressRoute semantics A.8, A.9; the threshold of 80 percent is inference.
struct PerformanceCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.gateways.filter(\.isKnown).flatMap { gateway -> [CircuitFinding] in
      let series = subject.catalog.metrics(of: gateway.id)
      guard !series.isEmpty else {
        return [
          subject.finding(
            .gatewayLoaded, .skipped, "nobody asked for the metrics of gateway \(gateway.id.name)", at: [],
            resource: gateway.id,
            remedy: Remedy(
              "collect the metrics of the time of the fault",
              [
                CircuitCommand.metrics(
                  gateway.id, ["ExpressRouteGatewayCpuUtilization", "ExpressRouteGatewayPacketsPerSecond"])
              ]))
        ]
      }
      return series.compactMap { load($0, gateway, subject) }
    }
  }

  private static func load(
    _ series: MetricSeries, _ gateway: GatewaySubject, _ subject: CircuitSubject
  ) -> CircuitFinding? {
    let limit: Double? =
      switch series.metric.lowercased() {
      case "expressroutegatewaycpuutilization": 100
      case "expressroutegatewaypacketspersecond": gateway.sku?.packetsPerSecond.map(Double.init)
      case "expressroutegatewaybitspersecond":
        gateway.sku?.megabitsPerSecond(units: gateway.units).map { Double($0) * 1_000_000 }
      case "expressroutegatewayactiveflows": gateway.sku?.flows.map(Double.init)
      default: nil
      }
    let highest = series.points.compactMap { point in point.value.map { (point, $0) } }.max { $0.1 < $1.1 }
    guard let limit, let (point, value) = highest else { return nil }
    let percent = Int(value * 100 / limit)
    let isHigh = percent >= 80
    return subject.finding(
      .gatewayLoaded, isHigh ? .warning : .pass,
      "\(series.metric) of gateway \(gateway.id.name) rose to \(percent) percent of what"
        + " \(gateway.skuName.map { "\($0) carries" } ?? "it carries")", at: [.gateway], resource: gateway.id,
      evidence: [
        .observation(
          gateway.id, call: "metrics", value: "\(series.metric) \(value)", at: point.time?.description, source: nil)
      ], party: isHigh ? .customer : nil,
      remedy: isHigh
        ? Remedy("take a larger SKU, or FastPath", [CircuitCommand.metrics(gateway.id, [series.metric])]) : nil)
  }
}
