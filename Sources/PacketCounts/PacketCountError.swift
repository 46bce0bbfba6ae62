/// Why a text is no result of a packet-count test.
public struct PacketCountError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, without a full stop.
  public let reason: String
  /// The line it begins at, from 1; nil where it is about the whole text.
  public let line: Int?
  /// What to do about it, as a sentence.
  public let remedy: String

  init(_ reason: String, line: Int? = nil, remedy: String) {
    self.reason = reason
    self.line = line
    self.remedy = remedy
  }

  /// The reason, with its line.
  public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
