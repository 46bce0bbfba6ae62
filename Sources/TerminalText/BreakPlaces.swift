/// Where a line that is too long may be broken.
public enum BreakPlaces: Sendable, Hashable {
  /// At spaces, as prose is.
  case spaces
  /// At spaces and after `,`; where a line has none, after `/`: as lists, address prefixes and resource IDs are.
  case spacesAndSeparators

  enum Quality: Sendable, Hashable {
    case none
    /// For want of a better one: inside a prefix or an ID.
    case poor
    case good
  }

  func quality(after character: Character) -> Quality {
    switch (self, character) {
    case (_, " "), (.spacesAndSeparators, ","): .good
    case (.spacesAndSeparators, "/"): .poor
    default: .none
    }
  }
}
