import TerminalText
import Testing

@testable import Reporting

@Suite("Notices")
struct NoticeTests {
  @Test("A notice is a sentence, its command a line of its own")
  func text() {
    #expect(Notice(.note, "it is so").text(.plain) == "note: it is so.\n")
    #expect(
      Notice(.missing, "the routes", command: "az x").text(.plain) == "missing: the routes.\n  az x\n")
  }

  @Test("Every level is told by its word and, on a screen, by a style", arguments: Notice.Level.allCases)
  func levels(_ level: Notice.Level) {
    let text = Notice(level, "x").text(.ansi)
    #expect(text.contains("\u{1B}["))
    #expect(text.contains(level.rawValue + ":"))
  }

  @Test("Names from the snapshot can't drive the terminal")
  func hostile() {
    #expect(!Notice(.warning, "a\u{1B}[2Jb").text(.plain).contains("\u{1B}"))
  }
}
