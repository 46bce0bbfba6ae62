internal import JSONReading

/// A rule that hands a front end's port to a pool.
public struct LoadBalancingRule: Sendable, Hashable {
  public let id: ResourceID
  public let frontend: ResourceID?
  public let backendPools: [ResourceID]
  /// `Tcp`, `Udp` or `All`, as Azure writes it.
  public let transport: String
  /// 0 for all ports.
  public let frontendPort: Int
  public let backendPort: Int
  public let enableFloatingIP: Bool
  /// Whether the rule gives its pool no way out to the internet.
  public let disableOutboundSNAT: Bool
  /// The probe that decides which backends get traffic.
  public let probe: ResourceID?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    frontend = reader.reference("frontendIPConfiguration")
    let pools = reader.references("backendAddressPools")
    backendPools = pools.isEmpty ? reader.reference("backendAddressPool").map { [$0] } ?? [] : pools
    transport = properties["protocol"]?.string ?? "All"
    frontendPort = Int(properties["frontendPort"]?.integer ?? 0)
    backendPort = Int(properties["backendPort"]?.integer ?? 0)
    enableFloatingIP = reader.flag("enableFloatingIP") ?? false
    disableOutboundSNAT = reader.flag("disableOutboundSnat") ?? false
    probe = reader.reference("probe")
  }

  /// Whether the rule takes every port and protocol ("HA ports").
  public var isHighAvailabilityPorts: Bool {
    frontendPort == 0 && backendPort == 0 && transport.lowercased() == "all"
  }
}
