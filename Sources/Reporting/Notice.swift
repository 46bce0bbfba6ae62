public import TerminalText

/// Something that the reader of an answer should know; it goes to standard error.
public struct Notice: Sendable, Hashable {
  /// How much it matters.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    /// What the answer is about, or rests on.
    case note
    /// The answer may be wrong or incomplete because of it.
    case warning
    /// The answer may be short of something that the snapshot lacks.
    case missing
  }

  public let level: Level
  /// A sentence without a full stop.
  public let summary: String
  /// What to do about it; nil where nothing needs doing.
  public let command: String?

  /// A notice.
  public init(_ level: Level, _ summary: String, command: String? = nil) {
    self.level = level
    self.summary = summary
    self.command = command
  }

  /// The notice as it is printed, each line ended: what it says, and the command on a line of its own.
  public func text(_ colouring: Colouring) -> String {
    let style: Style = level == .note ? .emphasis : .warning
    let line = StyledText(level.rawValue + ":", style) + StyledText(" \(summary).")
    let remedy = command.map { [StyledText("  " + $0, .dim)] } ?? []
    return ([line] + remedy).map { $0.rendered(colouring) + "\n" }.joined()
  }
}
