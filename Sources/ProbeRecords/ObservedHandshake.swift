public import IPAddressing
public import JSONDocument

/// What a TLS server showed: now, or when a snapshot recorded it.
public struct ObservedHandshake: Sendable, Hashable {
  public let host: String
  public let port: Int
  public let address: IPAddress?
  public let proxy: String?
  /// `trusted`, `untrusted`, `nameMismatch`, or why no handshake came about.
  public let outcome: String
  public let error: String?
  /// The name that the server was asked for.
  public let serverName: String?
  /// The names of its certificate.
  public let certificateNames: [String]
  public let issuer: String?
  public let asker: String?
  public let observedAt: String?

  public init(
    host: String, port: Int, address: IPAddress? = nil, proxy: String? = nil, outcome: String, error: String? = nil,
    serverName: String? = nil, certificateNames: [String] = [], issuer: String? = nil, asker: String? = nil,
    observedAt: String? = nil
  ) {
    self.host = host
    self.port = port
    self.address = address
    self.proxy = proxy
    self.outcome = outcome
    self.error = error
    self.serverName = serverName
    self.certificateNames = certificateNames
    self.issuer = issuer
    self.asker = asker
    self.observedAt = observedAt
  }

  /// Reads a probe's `response` (`docs/input.md`); nil for a value that isn't one.
  public init?(_ json: JSONValue, asker: String? = nil, observedAt: String? = nil) {
    guard let host = json["host"]?.text, let port = json["port"]?.wholeNumber, let outcome = json["outcome"]?.text
    else { return nil }
    let certificate = json["certificate"]
    self.init(
      host: host.lowercased(), port: port, address: json["address"]?.text.flatMap { try? IPAddress($0) },
      proxy: json["proxy"]?.text, outcome: outcome, error: json["error"]?.text, serverName: json["serverName"]?.text,
      certificateNames: certificate?["names"]?.elements?.compactMap(\.text) ?? [], issuer: certificate?["issuer"]?.text,
      asker: asker, observedAt: observedAt)
  }
}
