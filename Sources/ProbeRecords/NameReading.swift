public import AzureResources
public import IPAddressing

/// What an answer of DNS means for a private endpoint.
///
/// - Source: interpretation tables, `dnsTcpTls`; semantics C.5, E.2 and E.3. An address is what counts: aliases only
///   explain.
public struct NameReading: Sendable, Hashable {
  /// The readings, in the table's words where it has one.
  public enum Meaning: String, Sendable, Hashable, CaseIterable {
    /// An address of the endpoint that the name belongs to.
    case privateExpected = "private-expected"
    /// A private address that isn't the endpoint's: a stale record, a hosts file, another endpoint of the resource.
    case privateUnexpected = "private-unexpected"
    /// A private address, and nobody says which one it should be.
    case privateUnverified = "private-unverified"
    /// Public, by way of a `privatelink` name: an approved endpoint exists, but this resolver doesn't see its zone.
    case publicByPrivatelinkAlias = "public-via-privatelink-alias"
    /// Public, and no alias of a private endpoint on the way.
    case publicAddress = "public-no-privatelink-alias"
    /// Loopback, 0.0.0.0 or link-local: a filter's answer.
    case sinkhole
    case nonexistentDomain = "nxdomain"
    /// NXDOMAIN behind an alias into a `privatelink` zone: that zone is linked and has no record.
    case nonexistentBehindAlias = "nxdomain-at-privatelink"
    case noData = "noerror without A"
    case serverError = "servfail or refused"
    case timeout
    /// The server is there, and what it sends can't be used.
    case unusable
  }

  public let meaning: Meaning
  /// The addresses that the name should have; empty where nobody says.
  public let expected: [IPAddress]
  /// The endpoints that the name, or one of its aliases, belongs to.
  public let endpoints: [ResourceID]

  /// Whether the answer is what somebody who uses the endpoint needs; nil where nobody can say.
  public var isRight: Bool? {
    switch meaning {
    case .privateExpected: true
    case .privateUnverified: nil
    // Without an answer, nothing was answered wrongly.
    case .serverError, .timeout, .unusable: nil
    case .publicByPrivatelinkAlias, .nonexistentBehindAlias, .sinkhole: false
    case .privateUnexpected, .publicAddress, .nonexistentDomain, .noData: expected.isEmpty ? nil : false
    }
  }

  /// Reads an answer.
  ///
  /// - Parameters:
  ///   - listed: Addresses that somebody else says the name should have, such as a DNS settings file.
  ///   - isPrivate: Whether an address is of a network of the estate; private ranges are private all the same.
  public init(
    _ answer: ObservedName, _ book: ExpectedAddresses? = nil, listed: [IPAddress] = [],
    isPrivate: (IPAddress) -> Bool = { _ in false }
  ) {
    let entries = book.map { book in answer.names.flatMap(book.entries(of:)) } ?? []
    let wantsIPv6 = answer.type == "AAAA"
    let all = listed + entries.map(\.address)
    expected = all.reduce(into: []) { if !$0.contains($1), ($1.family == .ipv6) == wantsIPv6 { $0.append($1) } }
    endpoints = entries.map(\.endpoint).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    meaning = Self.meaning(answer, expected, isPrivate)
  }

  private static func meaning(
    _ answer: ObservedName, _ expected: [IPAddress], _ isPrivate: (IPAddress) -> Bool
  ) -> Meaning {
    let passesAlias = answer.names.contains { $0.contains(".privatelink.") }
    switch answer.outcome {
    case .answered: break
    case .noData: return .noData
    case .nonexistentDomain:
      // A name that is a privatelink name by itself has no alias to pass.
      return answer.names.dropFirst().contains { $0.contains(".privatelink.") }
        ? .nonexistentBehindAlias : .nonexistentDomain
    case .serverError: return .serverError
    case .timeout, .refused, .unreachable: return .timeout
    case .unusable: return .unusable
    }
    guard let first = answer.addresses.first else { return .noData }
    if !expected.isEmpty, answer.addresses.allSatisfy(expected.contains) { return .privateExpected }
    if isSinkhole(first) { return .sinkhole }
    if answer.addresses.contains(where: { $0.isPrivate || isPrivate($0) }) {
      return expected.isEmpty ? .privateUnverified : .privateUnexpected
    }
    return passesAlias ? .publicByPrivatelinkAlias : .publicAddress
  }

  private static func isSinkhole(_ address: IPAddress) -> Bool {
    switch address {
    case .v4(let address): address.isLinkLocal || address.bits == 0 || address.bits >> 24 == 127
    case .v6(let address): address.isLinkLocal || address.bits <= 1
    }
  }
}
