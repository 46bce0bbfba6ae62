internal import JSONReading

/// A protocol of an application rule, with the port on which the firewall looks for it.
public struct FirewallApplicationProtocol: Sendable, Hashable {
  /// The protocols that application rules know (routing semantics E-043).
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case http = "Http"
    case https = "Https"
    case mssql = "Mssql"

    /// The port where a rule names none.
    public var standardPort: UInt16 {
      switch self {
      case .http: 80
      case .https: 443
      case .mssql: 1433
      }
    }
  }

  public let kind: Kind
  public let port: UInt16

  init?(_ json: JSONCursor) {
    guard let name = json["protocolType"]?.string?.lowercased(),
      let kind = Kind.allCases.first(where: { $0.rawValue.lowercased() == name })
    else { return nil }
    self.kind = kind
    port = json["port"]?.integer.flatMap { UInt16(exactly: $0) }.flatMap { $0 == 0 ? nil : $0 } ?? kind.standardPort
  }
}
