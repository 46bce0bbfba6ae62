internal import IPAddressing

extension NameReading {
  /// What it means, as a clause.
  public var summary: String {
    switch meaning {
    case .privateExpected: "the private endpoint's address"
    case .privateUnexpected:
      "a private address, but the endpoint has \(expected.map(\.description).joined(separator: ", "))"
    case .privateUnverified: "a private address; nothing says whether it's the right one"
    case .publicByPrivatelinkAlias:
      "a public address by way of a privatelink name: this resolver doesn't see the private zone"
    case .publicAddress:
      expected.isEmpty
        ? "a public address" : "a public address without a privatelink alias, though a private endpoint exists"
    case .sinkhole: "an address that leads nowhere: a filter of DNS gives such answers"
    case .nonexistentDomain: "the name doesn't exist for this resolver"
    case .nonexistentBehindAlias: "the private zone that the alias leads to is linked and has no such record"
    case .noData: "the name exists without an address of this kind"
    case .serverError: "the server fails or refuses: its forwarders may be wrong or dead"
    case .timeout: "no answer"
    case .unusable: "what the server sent can't be used"
    }
  }
}
