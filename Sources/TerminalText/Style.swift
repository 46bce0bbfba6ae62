/// What a piece of text means; the terminal decides how that looks.
public enum Style: Sendable, Hashable, CaseIterable {
  /// Nothing special.
  case plain
  /// A fault: blocked, failed.
  case error
  /// Needs attention: indeterminate, near a limit.
  case warning
  /// Passed: reachable, healthy.
  case success
  /// A heading or the word that matters in a line.
  case emphasis
  /// Detail that may be skipped.
  case dim
}

extension Style {
  /// The parameters of the ANSI "select graphic rendition" sequence; nil for plain text.
  ///
  /// Only the eight basic colours are used: the user's theme makes them readable on its own background.
  var parameters: String? {
    switch self {
    case .plain: nil
    case .error: "1;31"
    case .warning: "33"
    case .success: "32"
    case .emphasis: "1"
    case .dim: "2"
    }
  }
}
