internal import Findings
internal import HybridConnectivity

/// Maintenance of the gateway, and how much it has to do.
struct LoadChecks {
  private let subject: GatewaySubject

  init(_ subject: GatewaySubject) { self.subject = subject }

  var checks: [Check] { maintenance + load }

  private var maintenance: [Check] {
    let events = subject.catalog.circuits.events(of: subject.gateway.id).filter(\.isMaintenance)
    return events.suffix(3).map { event in
      let time = (event.impactStart ?? event.time).map { " on \($0)" } ?? ""
      return Check(
        .gatewayMaintenance, .warning,
        "maintenance of gateway \(subject.name)\(time)\(event.title.map { ": \($0)" } ?? "")",
        subject.gateway.id, party: .microsoft,
        remedy: Remedy("if it coincides with the loss, it is the cause; a larger SKU loses less"))
    }
  }

  /// Above this share of what a gateway takes it loses packets.
  ///
  /// - Source: ExpressRoute semantics A.9 (80 percent is an inference there).
  private static let limit = 0.8

  private var load: [Check] {
    let gateway = subject.gateway
    let limits = gateway.limits
    return subject.catalog.circuits.metrics(of: gateway.id).compactMap { series -> Check? in
      let name = series.metric.lowercased()
      let most: Double
      let unit: String
      if name.contains("cpuutilization") {
        (most, unit) = (100, "percent of CPU")
      } else if let megabits = limits?.megabits,
        ["averagebandwidth", "expressroutegatewaybitspersecond"].contains(name)
      {
        // VPN's bandwidth is told in bytes, ExpressRoute's in bits.
        let isBytes = name == "averagebandwidth"
        (most, unit) = (
          Double(megabits) * (isBytes ? 125_000 : 1_000_000), isBytes ? "bytes a second" : "bits a second"
        )
      } else if let clients = limits?.clients, name == "p2sconnectioncount" {
        (most, unit) = (Double(clients), "clients")
      } else {
        return nil
      }
      // What is larger than any counter is no measurement.
      guard let peak = series.points.compactMap({ $0.maximum ?? $0.value }).filter({ (0...1e15).contains($0) }).max()
      else { return nil }
      let shown = "\(Int64(peak.rounded()))"
      let place = series.dimensions["roleinstance"].map { " (\($0))" } ?? ""
      guard peak > most * Self.limit else {
        return subject.pass(.gatewayLoaded, "gateway \(subject.name)\(place) had at most \(shown) \(unit)")
      }
      return Check(
        .gatewayLoaded, .warning, "gateway \(subject.name)\(place) had \(shown) \(unit)", gateway.id,
        [.observation(gateway.id, call: series.metric, value: shown, at: nil, source: nil)],
        detail: [.init("metric", series.metric)],
        remedy: Remedy("take a larger SKU", ["az network vnet-gateway update --ids \(gateway.id) --sku <SKU>"]))
    }
  }
}
