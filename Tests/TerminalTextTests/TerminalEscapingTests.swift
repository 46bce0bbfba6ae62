import TerminalText
import Testing

@Suite("Hostile text")
struct TerminalEscapingTests {
  @Test(
    "Control and invisible characters are shown, not obeyed",
    arguments: [
      ("\u{1B}[2Jvm", "\\u{1b}[2Jvm"), ("a\nb", "a\\nb"), ("a\tb", "a\\tb"), ("a\r\nb", "a\\r\\nb"),
      ("\u{7}", "\\u{7}"),
      ("\u{9B}31m", "\\u{9b}31m"), ("\u{7F}", "\\u{7f}"), ("\u{202E}4.0.0.01", "\\u{202e}4.0.0.01"),
      ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("\u{2028}", "\\u{2028}"), ("\u{FEFF}", "\\u{feff}"),
      ("\u{E0041}", "\\u{e0041}"), ("\u{0}", "\\u{0}"),
    ])
  func hostile(text: String, shown: String) {
    #expect(TerminalEscaping.escaped(text) == shown)
    #expect(StyledText(text).plain == shown)
    #expect(TableColumn(text).header == shown)
  }

  @Test("Harmless text stays as it is", arguments: ["", "vm-web", "über", "日本語", "👩‍👩‍👧", "क्‍ष", "a\\nb", "u\u{308}"])
  func harmless(text: String) {
    #expect(TerminalEscaping.escaped(text).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test("No control character gets through")
  func all() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = TerminalEscaping.escaped(String(scalar))
      #expect(!shown.unicodeScalars.contains { $0.properties.generalCategory == .control }, "U+\(value)")
    }
  }
}
