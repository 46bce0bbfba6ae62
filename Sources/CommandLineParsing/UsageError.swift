/// What is wrong with a command line, what would be right, and where to read on.
public struct UsageError: Error, Sendable, Hashable {
  /// The sort of fault.
  public enum Kind: Sendable, Hashable, CaseIterable {
    case unknownCommand
    case missingCommand
    case unknownOption
    case repeatedOption
    case missingValue
    case unexpectedValue
    case invalidValue
    case missingArgument
    case missingOption
    case extraArgument
    /// Found by a command's own check.
    case refused
  }

  /// The sort of fault, for programs; people read the message.
  public let kind: Kind
  /// What is wrong, without a full stop.
  public let message: String
  /// What is allowed instead, where that can be listed.
  public var allowed: [String] = []
  /// The allowed word that is nearest to what was written.
  public var closest: String?
  /// The command line that shows help, filled in by the parser.
  public var helpLine: String?

  /// An error that a command finds in its own inputs; `message` has no full stop.
  public init(_ message: String) { self.init(.refused, message) }

  init(_ kind: Kind, _ message: String, allowed: [String] = [], closest: String? = nil) {
    self.kind = kind
    self.message = message
    self.allowed = allowed
    self.closest = closest
  }
}
