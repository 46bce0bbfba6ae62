public import IPAddressing
public import JSONDocument

/// What came of connecting to a port: now, or when a snapshot recorded it.
public struct ObservedConnection: Sendable, Hashable {
  /// The name or address that was given.
  public let host: String
  public let port: Int
  /// Where packets went; nil where no address was found.
  public let address: IPAddress?
  /// The proxy that stood between; nil where none did.
  public let proxy: String?
  /// `open`, or why no connection came about: `timeout`, `refused`, `proxyCannotReach`, ...
  public let outcome: String
  /// Why not, in words.
  public let error: String?
  /// In milliseconds; nil where no connection came about.
  public let averageInMs: Double?
  public let asker: String?
  public let observedAt: String?

  /// Whether a connection came about.
  public var isOpen: Bool { outcome == "open" }

  public init(
    host: String, port: Int, address: IPAddress?, proxy: String? = nil, outcome: String, error: String? = nil,
    averageInMs: Double? = nil, asker: String? = nil, observedAt: String? = nil
  ) {
    self.host = host
    self.port = port
    self.address = address
    self.proxy = proxy
    self.outcome = outcome
    self.error = error
    self.averageInMs = averageInMs
    self.asker = asker
    self.observedAt = observedAt
  }

  /// Reads a probe's `response` (`docs/input.md`); nil for a value that isn't one.
  public init?(_ json: JSONValue, asker: String? = nil, observedAt: String? = nil) {
    guard let host = json["host"]?.text, let port = json["port"]?.wholeNumber, let outcome = json["outcome"]?.text
    else { return nil }
    var average: Double?
    if case .number(let number)? = json["averageInMs"] { average = number }
    self.init(
      host: host.lowercased(), port: port, address: json["address"]?.text.flatMap { try? IPAddress($0) },
      proxy: json["proxy"]?.text, outcome: outcome, error: json["error"]?.text, averageInMs: average, asker: asker,
      observedAt: observedAt)
  }
}
