internal import AzureResources
internal import Estate
public import Routing

/// Paths that can't be followed at all.
extension Tracer {
  /// The path of a packet whose destination nobody knows: it is at its source, and where it goes is unknown.
  ///
  /// - Parameter start: Where it starts; nil outside the estate.
  public func undetermined(_ packet: Packet, from start: PathStart?, missing: [MissingInput]) -> Trace {
    var trace = Trace(packet: packet)
    if let start {
      let subnet = estate.subnet(start.subnet).id
      trace.hops.append(Hop(.source, start.resource, address: packet.source, subnet: subnet))
    }
    trace.outcome = .unknown
    trace.missing = missing
    return trace
  }
}
