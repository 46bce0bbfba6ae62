/// What a server's own certificate says.
public struct TLSCertificate: Sendable, Hashable {
  /// As one line, the most specific part first (RFC 2253).
  public let subject: String
  public let issuer: String
  /// The DNS names and IP addresses that it is for.
  public let names: [String]
  /// Seconds since 1970; nil where the certificate doesn't say it readably.
  public let validFrom: Int64?
  public let validUntil: Int64?
  /// SHA-256 in hexadecimal digits.
  public let fingerprint: String
}
