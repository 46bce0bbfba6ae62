/// Where a line that is too long may be broken.
public enum BreakPlaces: Sendable, Hashable {
  /// At spaces, as prose is.
  case spaces
  /// At spaces and after `/` and `,`, as lists, addresses and resource IDs are.
  case spacesAndSeparators

  func allowsBreak(after character: Character) -> Bool {
    switch self {
    case .spaces: character == " "
    case .spacesAndSeparators: character == " " || character == "/" || character == ","
    }
  }
}
