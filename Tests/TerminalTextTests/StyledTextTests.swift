import TerminalText
import Testing

@Suite("Styled text")
struct StyledTextTests {
  @Test("Styles are drawn on a terminal and nowhere else")
  func rendering() {
    let text = StyledText("blocked", .error) + ": " + StyledText("vm-web", .emphasis)
    #expect(text.rendered(.plain) == "blocked: vm-web")
    #expect(text.rendered(.ansi) == "\u{1B}[1;31mblocked\u{1B}[0m: \u{1B}[1mvm-web\u{1B}[0m")
    #expect(text.width == 15)
  }

  @Test("Each style but the plain one looks different")
  func styles() {
    let drawn = Style.allCases.map { StyledText("x", $0).rendered(.ansi) }
    #expect(Set(drawn).count == Style.allCases.count)
    #expect(StyledText("x").rendered(.ansi) == "x")
    #expect(
      drawn.count { $0.hasPrefix("\u{1B}[") && $0.hasSuffix("m") && $0.contains("x\u{1B}[0m") } == drawn.count - 1)
  }

  @Test("Empty text draws nothing")
  func empty() {
    #expect(StyledText("", .error).rendered(.ansi) == "")
  }
}
