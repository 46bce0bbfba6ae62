import TerminalText
import Testing

@Suite("Widths on a terminal")
struct DisplayWidthTests {
  @Test(
    "Text is as wide as a terminal draws it",
    arguments: [
      ("", 0), ("vm-web", 6), ("über", 4), ("u\u{308}ber", 4), ("日本語", 6), ("한국", 4), ("ｆｕｌｌ", 8), ("ﾊﾝｶｸ", 4),
      ("😀", 2), ("👩‍👩‍👧", 2), ("🇨🇭", 2), ("✔", 1), ("✔\u{FE0F}", 2), ("\u{301}", 0), ("a\u{200D}", 1), ("…", 1), ("→", 1),
      ("Ω≈ç", 3), ("漢a字", 5), ("한", 2),
    ])
  func widths(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test("A text is as wide as its characters together", arguments: ["vm-日本-😀", "u\u{308}x", "plain"])
  func sum(text: String) {
    #expect(DisplayWidth.of(text) == text.map { DisplayWidth.of($0) }.reduce(0, +))
  }
}
