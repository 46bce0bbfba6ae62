internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity
internal import IPAddressing

/// Whether connections to other circuits (Global Reach) are up, with prefixes of the right size.
///
/// - Source: ExpressRoute semantics A.2.2, rule ER-C16.
struct GlobalReachCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    guard let peering = subject.privatePeering else { return [] }
    return (peering.peering.connections + peering.peering.peeredConnections).map { connection in
      let name = connection.name ?? "a connection"
      let state = connection.circuitConnectionStatus
      let evidence = [
        subject.property("circuitConnectionStatus", state, of: connection.id ?? peering.peering.id),
        subject.property("addressPrefix", connection.addressPrefix?.text, of: connection.id ?? peering.peering.id),
      ]
      func finding(_ status: Check.Status, _ summary: String, _ advice: String? = nil) -> CircuitFinding {
        subject.finding(
          .globalReach, status, "Global Reach \(name) \(summary)", at: [.microsoftEdge], peering: peering,
          resource: connection.id, evidence: evidence,
          reading: state.flatMap { Reading.of(.circuitConnectionStatus, $0) }, party: advice == nil ? nil : .customer,
          remedy: advice.map { Remedy($0, [CircuitCommand.peering(subject.circuit.id, peering.type)]) })
      }
      if let written = connection.addressPrefix {
        guard let prefix = written.prefix, prefix.length == 29, prefix.family == .ipv4 else {
          return finding(.fail, "has \(written.text) for its links; it takes a /29", "give it a /29 that nobody uses")
        }
        let taken = subject.gateways.flatMap(\.addressSpace) + peering.paths.compactMap { $0.prefix?.prefix }
        if let other = taken.first(where: { $0.overlaps(prefix) }) {
          return finding(.fail, "has \(prefix), which overlaps \(other)", "give it a /29 that nobody uses")
        }
      }
      switch state?.lowercased() {
      case "connected": return finding(.pass, "is connected")
      case "connecting": return finding(.warning, "is connecting", "read it again in some minutes")
      case "disconnected":
        return finding(.fail, "is disconnected", "look whether the other circuit still has it, and create it again")
      default: return finding(.skipped, "has a status that the record doesn't show")
      }
    }
  }
}
