/// Makes text from data harmless to a terminal.
///
/// A name in a snapshot is whatever somebody wrote. Escape sequences could move the cursor, rewrite earlier lines or
/// set the window's title; bidirectional controls could show an address backwards. They are shown, not obeyed.
public enum TerminalEscaping {
  /// `text` with each control and invisible format character written out: `\n`, `\t`, `\u{1b}`.
  ///
  /// Joiners stay, as scripts and emoji need them. A backslash stays too: the result is for eyes, not to be read back.
  ///
  /// - Complexity: O(length); nothing is copied when nothing needs escaping.
  public static func escaped(_ text: String) -> String {
    if DisplayWidth.isPrintableASCII(text) { return text }
    guard text.unicodeScalars.contains(where: isHostile) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isHostile(scalar) {
        result.append(contentsOf: name(of: scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .format: return scalar != "\u{200C}" && scalar != "\u{200D}"
    default: return false
    }
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{" + String(scalar.value, radix: 16) + "}"
    }
  }
}
