public import IPAddressing
public import JSONDocument

/// What a DNS server answered when it was asked: now, or when a snapshot recorded it.
public struct ObservedName: Sendable, Hashable {
  /// One record on the way from the name to its addresses.
  public struct Link: Sendable, Hashable {
    /// In lower case, without a dot at its end.
    public let name: String
    /// `CNAME`, `A` or `AAAA`.
    public let type: String
    /// In seconds.
    public let ttl: Int
    /// An address or the next name.
    public let value: String

    public init(name: String, type: String, ttl: Int, value: String) {
      self.name = name
      self.type = type
      self.ttl = ttl
      self.value = value
    }
  }

  /// How it went.
  public enum Outcome: String, Sendable, Hashable {
    case answered
    /// The name exists without such records.
    case noData
    case nonexistentDomain = "nxdomain"
    /// The server failed or refused.
    case serverError
    case timeout
    /// The server's port is closed.
    case refused
    case unreachable
    /// What came can't be used.
    case unusable
  }

  /// The name that was asked for, in lower case.
  public let name: String
  /// `A`, `AAAA` or `CNAME`.
  public let type: String
  /// The server that was asked; nil where the record doesn't say.
  public let server: IPAddress?
  public let outcome: Outcome
  /// The aliases in order, and the last name's records.
  public let chain: [Link]
  public let addresses: [IPAddress]
  /// Where it was asked from, in the words of who recorded it.
  public let asker: String?
  /// UTC, ISO 8601; nil where the record doesn't say.
  public let observedAt: String?

  public init(
    name: String, type: String = "A", server: IPAddress? = nil, outcome: Outcome, chain: [Link] = [],
    addresses: [IPAddress] = [], asker: String? = nil, observedAt: String? = nil
  ) {
    self.name = name
    self.type = type
    self.server = server
    self.outcome = outcome
    self.chain = chain
    self.addresses = addresses
    self.asker = asker
    self.observedAt = observedAt
  }

  /// Reads a probe's `response` (`docs/input.md`); nil for a value that isn't one.
  public init?(_ json: JSONValue, asker: String? = nil, observedAt: String? = nil) {
    guard let name = json["name"]?.text, let outcome = json["outcome"]?.text.flatMap(Outcome.init(rawValue:))
    else { return nil }
    let chain = (json["chain"]?.elements ?? []).compactMap { link -> Link? in
      guard let owner = link["name"]?.text, let type = link["type"]?.text, let value = link["value"]?.text
      else { return nil }
      return Link(name: owner.lowercased(), type: type, ttl: link["ttl"]?.wholeNumber ?? 0, value: value.lowercased())
    }
    self.init(
      name: name.lowercased(), type: json["type"]?.text ?? "A",
      server: json["server"]?.text.flatMap { try? IPAddress($0) }, outcome: outcome, chain: chain,
      addresses: (json["addresses"]?.elements ?? []).compactMap { $0.text.flatMap { try? IPAddress($0) } },
      asker: asker, observedAt: observedAt)
  }

  /// The names on the way, the one asked for first.
  public var names: [String] { [name] + chain.filter { $0.type == "CNAME" }.map(\.value) }
}

extension JSONValue {
  /// A number without a fraction, else nil.
  var wholeNumber: Int? {
    switch self {
    case .integer(let number): Int(exactly: number)
    case .number(let number): Int(exactly: number)
    default: nil
    }
  }
}
