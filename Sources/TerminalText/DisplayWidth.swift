/// How many columns text takes on a terminal that draws every character in a cell or two.
public enum DisplayWidth {
  /// The columns of `text`, which must hold no control characters (see ``TerminalEscaping``).
  ///
  /// - Complexity: O(length); text of printable ASCII is counted without looking at its characters.
  public static func of(_ text: some StringProtocol) -> Int {
    if isPrintableASCII(text) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one character: 2 for East Asian wide ones and emoji, 0 for a combining mark on its own, else 1.
  public static func of(_ character: Character) -> Int {
    if character.isASCII { return 1 }
    let scalars = character.unicodeScalars
    if scalars.contains("\u{FE0F}") || scalars.count(where: isRegionalIndicator) == 2 { return 2 }
    return scalars.reduce(0) { max($0, of($1)) }
  }

  /// Whether each byte is a character of one column: nearly all text here, and worth a short cut.
  static func isPrintableASCII(_ text: some StringProtocol) -> Bool {
    let answer = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 &- 0x20 < 0x5F }
    }
    return answer ?? text.utf8.allSatisfy { $0 &- 0x20 < 0x5F }
  }

  /// Blocks of Unicode's East_Asian_Width W and F (UAX #11), merged where the gaps between them are unassigned.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }
}
