/// What a server says about how the question went.
public struct DNSResponseCode: RawRepresentable, Sendable, Hashable {
  /// IANA's number, the high bits from EDNS included.
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let noError = DNSResponseCode(rawValue: 0)
  /// The server doesn't understand the question, or not with EDNS in it.
  public static let formatError = DNSResponseCode(rawValue: 1)
  public static let serverFailure = DNSResponseCode(rawValue: 2)
  /// The name, or the one that its alias leads to, doesn't exist.
  public static let nonexistentDomain = DNSResponseCode(rawValue: 3)
  public static let notImplemented = DNSResponseCode(rawValue: 4)
  public static let refused = DNSResponseCode(rawValue: 5)
}

extension DNSResponseCode: CustomStringConvertible {
  /// IANA's name, or `RCODE` and the number.
  public var description: String {
    let names = [
      "NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED", "YXDOMAIN", "YXRRSET", "NXRRSET", "NOTAUTH",
      "NOTZONE",
    ]
    if Int(rawValue) < names.count { return names[Int(rawValue)] }
    return rawValue == 16 ? "BADVERS" : "RCODE\(rawValue)"
  }
}
