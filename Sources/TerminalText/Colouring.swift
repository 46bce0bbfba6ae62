/// Whether styles are drawn.
public enum Colouring: Sendable, Hashable {
  /// Text only.
  case plain
  /// ANSI escape sequences around styled text.
  case ansi
}
