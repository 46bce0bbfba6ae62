/// A question to a DNS server: the records of one type of one name.
public struct DNSQuestion: Sendable, Hashable {
  /// Folded as ``DNSName`` folds it.
  public let name: String
  public let type: DNSRecordType

  /// A question; the name is folded.
  public init(_ name: some StringProtocol, _ type: DNSRecordType) {
    self.name = DNSName.folded(name)
    self.type = type
  }
}
