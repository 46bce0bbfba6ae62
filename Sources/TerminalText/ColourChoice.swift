/// What the user asked for with `--color`.
public enum ColourChoice: String, Sendable, Hashable, CaseIterable {
  /// Colour on a terminal, unless the environment says otherwise.
  case automatic = "auto"
  /// Colour in a pipe too.
  case always
  /// No colour.
  case never
}
