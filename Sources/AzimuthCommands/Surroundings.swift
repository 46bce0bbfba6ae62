public import AzureFacts
public import TerminalText

/// The world around a command: what it reads besides files, and where it prints.
public struct Surroundings: Sendable {
  /// Where text goes.
  public enum Stream: Sendable, Hashable {
    /// The answer, and nothing else.
    case output
    /// What there is to say about the answer.
    case error
  }

  /// The variables that the program reads.
  public let environment: [String: String]
  /// The descriptor that `-` and `@-` stand for.
  public let standardInput: Int32
  /// The day, in UTC, for what expires; nil where nobody says.
  public let today: Day?
  /// What is at the end of a stream, given the user's choice of colour.
  public let terminal: @Sendable (Stream, ColourChoice) -> Terminal
  /// Prints text.
  public let write: @Sendable (Stream, String) -> Void

  /// Surroundings of these parts.
  public init(
    environment: [String: String], standardInput: Int32, today: Day? = nil,
    terminal: @escaping @Sendable (Stream, ColourChoice) -> Terminal,
    write: @escaping @Sendable (Stream, String) -> Void
  ) {
    self.environment = environment
    self.standardInput = standardInput
    self.today = today
    self.terminal = terminal
    self.write = write
  }
}
