internal import JSONReading

/// A rule by which a load balancer hands a port, or one of a range of ports, to one backend.
public struct InboundNATRule: Sendable, Hashable {
  public let id: ResourceID
  public let frontend: ResourceID?
  /// `Tcp`, `Udp` or `All`, as Azure writes it.
  public let transport: String
  /// The front end's port of a rule for one backend; nil where the rule is for a pool.
  public let frontendPort: Int?
  /// The front end's ports of a rule for a pool: one a member.
  public let frontendPorts: ClosedRange<Int>?
  public let backendPort: Int
  public let enableFloatingIP: Bool
  /// The backend of a rule for one.
  public let backendIPConfiguration: ResourceID?
  /// The pool of a rule for a pool.
  public let backendPool: ResourceID?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    func port(_ key: StaticString) -> Int? {
      properties[key]?.integer.flatMap { Int(exactly: $0) }.flatMap { $0 > 0 ? $0 : nil }
    }
    frontend = reader.reference("frontendIPConfiguration")
    transport = properties["protocol"]?.string ?? "All"
    let start = port("frontendPortRangeStart")
    let end = port("frontendPortRangeEnd")
    if let start, let end, start <= end {
      frontendPorts = start...end
      frontendPort = nil
    } else {
      frontendPorts = nil
      frontendPort = port("frontendPort")
    }
    backendPort = port("backendPort") ?? 0
    enableFloatingIP = reader.flag("enableFloatingIP") ?? false
    backendIPConfiguration = reader.reference("backendIPConfiguration")
    backendPool = reader.reference("backendAddressPool")
  }
}
