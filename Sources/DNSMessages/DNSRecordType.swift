/// The type of a record or of a question.
public struct DNSRecordType: RawRepresentable, Sendable, Hashable {
  /// IANA's number.
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// An IPv4 address.
  public static let a = DNSRecordType(rawValue: 1)
  /// Another name for the owner.
  public static let cname = DNSRecordType(rawValue: 5)
  /// An IPv6 address.
  public static let aaaa = DNSRecordType(rawValue: 28)
}

extension DNSRecordType: CustomStringConvertible {
  /// IANA's name, or `TYPE` and the number (RFC 3597).
  public var description: String {
    switch self {
    case .a: "A"
    case .aaaa: "AAAA"
    case .cname: "CNAME"
    default: "TYPE\(rawValue)"
    }
  }
}
