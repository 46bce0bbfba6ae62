/// A record of an answer.
public struct DNSRecord: Sendable, Hashable {
  /// The name that the record belongs to, folded as ``DNSName`` folds it.
  public let owner: String
  public let type: DNSRecordType
  /// 1 is the internet's.
  public let recordClass: UInt16
  /// How long it may be kept, in seconds, as the server wrote it.
  public let ttl: UInt32
  /// An address, a name folded as `owner` is, or other data in presentation form.
  public let value: String

  public init(owner: String, type: DNSRecordType, recordClass: UInt16 = 1, ttl: UInt32, value: String) {
    self.owner = owner
    self.type = type
    self.recordClass = recordClass
    self.ttl = ttl
    self.value = value
  }
}
