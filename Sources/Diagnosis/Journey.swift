internal import PathAnalysis

/// One direction of a connection: its path, and what would stop it next if each fault were repaired.
struct Journey {
  let path: Trace
  /// Paths behind the first fault; each ends at the next one.
  var further: [Trace] = []

  /// How a packet comes into the estate.
  enum Departure {
    case subnet(PathStart)
    /// From the internet, towards a private address in a network, or a public one.
    case internet(network: Int?)
  }

  /// How many faults are named at most.
  static let faultLimit = 8

  init(
    _ packet: Packet, _ departure: Departure, _ delivery: Tracer.Delivery, _ tracer: inout Tracer
  ) {
    func trace(_ tolerated: Set<StopReason>) -> Trace {
      switch departure {
      case .subnet(let start): tracer.trace(packet, from: start, delivery: delivery, tolerating: tolerated)
      case .internet(let network):
        tracer.traceFromInternet(packet, toNetwork: network, delivery: delivery, tolerating: tolerated)
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
  }

  /// Whether the packet comes to its destination from the internet, translated from a public address.
  var arrivesFromInternet: Bool {
    if path.hops.first?.kind == .internet { return true }
    return path.hops.last?.kind == .destination && path.hops.contains { $0.kind == .internet }
  }
}
