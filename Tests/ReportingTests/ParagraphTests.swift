import TerminalText
import Testing

@testable import Reporting

@Suite("Labels with text beside them")
struct ParagraphTests {
  @Test("Text wraps beside its label on a screen, and is one line in a pipe")
  func wrap() {
    let words = StyledText("one two three four five six seven eight")
    let screen = Terminal(device: .screen(columns: 30), environment: [:])
    #expect(
      Paragraph.text("Label", words, indent: 8, for: screen)
        == "Label   one two three four\n        five six seven eight\n")
    #expect(Paragraph.text("Label", words, indent: 8, for: .pipe) == "Label   \(words.plain)\n")
  }

  @Test("A label longer than the indent keeps its distance")
  func longLabel() {
    #expect(Paragraph.text("Long label", "text", indent: 4, for: .pipe) == "Long label text\n")
  }
}
