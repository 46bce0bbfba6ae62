internal import IPAddressing
internal import PathAnalysis

/// One direction of a connection: its path, and what would stop it next if each fault were repaired.
struct Journey {
  let path: Trace
  /// Paths behind the first fault; each ends at the next one.
  var further: [Trace] = []
  /// The path as far as it can be followed when every fault that can be passed counts as repaired.
  let deepest: Trace

  /// The paths that end at a fault.
  var stops: [Trace] { [path] + further }

  /// How a packet comes into the estate.
  enum Departure {
    case subnet(PathStart)
    /// From the internet, towards a private address in a network, or a public one.
    case internet(network: Int?)
  }

  /// How many faults are named at most.
  static let faultLimit = 8

  init(
    _ packet: Packet, _ departure: Departure, _ delivery: Tracer.Delivery, answering request: Trace? = nil,
    choosing choices: [Int] = [], _ tracer: inout Tracer
  ) {
    func trace(_ tolerated: Set<StopReason>) -> Trace {
      switch departure {
      case .subnet(let start):
        tracer.trace(
          packet, from: start, delivery: delivery, tolerating: tolerated, answering: request, choosing: choices)
      case .internet(let network):
        tracer.traceFromInternet(
          packet, toNetwork: network, delivery: delivery, tolerating: tolerated, choosing: choices)
      }
    }
    path = trace([])
    var tolerated: Set<StopReason> = []
    var last = path
    while further.count < Self.faultLimit, case .dropped(let reason) = last.outcome, reason.canBePassed,
      tolerated.insert(reason).inserted
    {
      last = trace(tolerated)
      if case .dropped(let next) = last.outcome, !tolerated.contains(next) { further.append(last) }
    }
    deepest = last
  }

  /// Whether a device on the way puts an address of its own in the place of the source, inside the estate.
  var translatesSource: Bool {
    deepest.translations.contains { $0.before.source != $0.after.source && $0.after.source.isPrivate }
  }

  /// Whether the packet comes to its destination from the internet, translated from a public address.
  var arrivesFromInternet: Bool {
    if path.hops.first?.kind == .internet { return true }
    return deepest.hops.last?.kind == .destination && deepest.hops.contains { $0.kind == .internet }
  }
}
