import TerminalText
import Testing
import TestSupport

@Suite("Wrapping")
struct WrappingTests {
  struct Sample: Sendable {
    let text: String
    let width: Int
    let lines: [String]
  }

  @Test(
    "Cells are broken at spaces and after slashes and commas, else where they must be",
    arguments: [
      Sample(text: "", width: 5, lines: [""]),
      Sample(text: "fits", width: 4, lines: ["fits"]),
      Sample(text: "one two three", width: 7, lines: ["one two", "three"]),
      Sample(text: "one two three", width: 8, lines: ["one two", "three"]),
      Sample(text: "10.0.0.0/8,10.1.0.0/16", width: 12, lines: ["10.0.0.0/8,", "10.1.0.0/16"]),
      Sample(text: "/subscriptions/0/rg/x", width: 15, lines: ["/subscriptions/", "0/rg/x"]),
      Sample(text: "abcdefgh", width: 3, lines: ["abc", "def", "gh"]),
      Sample(text: "a bcdefgh i", width: 4, lines: ["a", "bcde", "fgh", "i"]),
      Sample(text: "日本語", width: 5, lines: ["日本", "語"]),
      Sample(text: "日本", width: 1, lines: ["日", "本"]),
      Sample(text: "a   b", width: 2, lines: ["a", "b"]),
    ])
  func cells(sample: Sample) {
    #expect(StyledText(sample.text).wrapped(to: sample.width).map(\.plain) == sample.lines)
  }

  @Test("A broken line keeps the styles of its parts")
  func styles() {
    let lines = (StyledText("red one", .error) + StyledText(" two", .dim)).wrapped(to: 5)
    #expect(
      lines.map { $0.rendered(.ansi) } == [
        "\u{1B}[1;31mred\u{1B}[0m", "\u{1B}[1;31mone\u{1B}[0m", "\u{1B}[2mtwo\u{1B}[0m",
      ])
  }

  @Test(
    "A text that is cut ends in an ellipsis and says nothing more than fits",
    arguments: [
      ("vm-web", 6, "vm-web"), ("vm-web", 5, "vm-w…"), ("vm-web", 1, "…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
      ("", 0, ""),
    ])
  func cut(text: String, width: Int, result: String) {
    #expect(StyledText(text).cut(to: width).plain == result)
  }

  @Test("Prose is broken at spaces alone, and lines that begin with a space stay whole")
  func prose() {
    #expect(
      WordWrap.lines("See a/long/path now.\n\n  azimuth diagnose vm-web\nEnd.", width: 12) == [
        "See", "a/long/path", "now.", "", "  azimuth diagnose vm-web", "End.",
      ])
  }

  @Test("Wrapping loses nothing but spaces, and every line fits")
  func nothingLost() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    let alphabet: [Character] = ["a", "b", "/", ",", " ", "日", "é", "😀"]
    for _ in 0..<2000 {
      let text = String(
        (0..<Int.random(in: 0...40, using: &random)).map { _ in alphabet[Int.random(in: 0..<8, using: &random)] })
      let width = Int.random(in: 2...12, using: &random)
      let lines = StyledText(text).wrapped(to: width).map(\.plain)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "seed \(seed): \(text)")
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "seed \(seed): \(text)")
      let cut = StyledText(text).cut(to: width).plain
      #expect(DisplayWidth.of(cut) <= width, "seed \(seed): \(text)")
      #expect(cut == text || cut.last == "…" && text.hasPrefix(cut.dropLast()), "seed \(seed): \(text)")
    }
  }
}
