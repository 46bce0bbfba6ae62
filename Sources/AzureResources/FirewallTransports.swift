/// The protocols of a firewall's network or NAT rule.
public struct FirewallTransports: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let tcp = FirewallTransports(rawValue: 1)
  public static let udp = FirewallTransports(rawValue: 2)
  public static let icmp = FirewallTransports(rawValue: 4)
  /// `Any`: every protocol where the rule's port is `*`, and TCP and UDP where it names ports (routing semantics
  /// E-044).
  public static let any = FirewallTransports(rawValue: 8)

  /// The protocol with this name, without regard to case; nil for a name that Azure doesn't use.
  init?(name: String) {
    switch name.lowercased() {
    case "tcp": self = .tcp
    case "udp": self = .udp
    case "icmp": self = .icmp
    case "any", "*": self = .any
    default: return nil
    }
  }
}
