/// The records of one name and type.
public struct RecordSet: Sendable, Hashable {
  public let type: RecordType
  /// Addresses, or the one name of an alias.
  public let values: [String]
  /// How long it may be kept, in seconds; nil where nobody says.
  public let timeToLive: Int?

  public init(_ type: RecordType, _ values: [String], timeToLive: Int? = nil) {
    self.type = type
    self.values = values
    self.timeToLive = timeToLive
  }
}
