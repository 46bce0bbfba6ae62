/// What a TLS server agreed on and showed.
public struct TLSHandshake: Sendable, Hashable {
  /// `TLSv1.3` and the like.
  public let version: String
  public let cipher: String
  /// Nil where the server showed none.
  public let certificate: TLSCertificate?
  /// How many certificates the server sent, its own included.
  public let chainLength: Int
  /// Why the chain isn't trusted, in OpenSSL's words; nil for one that ends at a trusted authority.
  public let distrust: String?
  /// Whether the certificate is for the name that was asked for.
  public let matchesName: Bool
}
