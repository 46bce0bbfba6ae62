internal import AzureResources
internal import Estate
internal import Findings
internal import PathAnalysis
internal import Remediation

/// Connections whose flows are spread over several ways or backends.
extension CheckReport {
  /// What stops flows that fall to another way.
  mutating func addFaults(of other: CheckReport) {
    for check in other.checks where check.status == .fail {
      if !checks.contains(where: { $0.status == .fail && $0.code == check.code && $0.resource == check.resource }) {
        add(check)
      }
    }
  }

  /// Backends that get nothing while others do: they look as if they took their share.
  mutating func warnOfBackends(_ traces: [Trace]) {
    var seen: Set<ResourceID> = []
    for spare in traces.flatMap(\.spareBackends) where seen.insert(spare.interface).inserted {
      let what =
        "\(spare.interface.name) gets nothing from load balancer \(spare.balancer.name), others of its pool do: "
      switch spare.reason {
      case .stopped(let machine, let state):
        guard !checks.contains(where: { $0.resource == machine && $0.status != .pass }) else { continue }
        add(
          Check(
            .applianceStopped, .warning, what + "\(machine.name) is \(state.rawValue)", machine,
            [
              .property(
                machine, name: "powerState", value: state.rawValue, source: estate.record(machine)?.source)
            ], remedy: Remedy("start the machine", [.start(machine)])))
      case .probeDenied(let passage):
        let cause = CauseFinder(estate: estate, packet: packet, hops: []).probesDenied(spare.balancer, passage)
        add(
          Check(
            .probeDenied, .warning,
            what + "its health probe from \(passage.packet.source) is denied by \(cause.resource?.name ?? "a group")",
            cause.resource, cause.evidence, remedy: cause.remedy))
      }
    }
  }
}
