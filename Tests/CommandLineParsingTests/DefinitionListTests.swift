import Testing

@testable import CommandLineParsing

@Suite("Definition lists")
struct DefinitionListTests {
  static let list = DefinitionList(rows: [
    ("-o", "How the answer is printed, in more words than fit a line"), ("a-term-that-is-rather-long", "Its meaning"),
    ("none", ""),
  ])

  @Test("Meanings stand in one column and go on under themselves")
  func wide() {
    #expect(
      Self.list.lines(width: 70) == [
        "  -o                          How the answer is printed, in more words",
        "                              than fit a line",
        "  a-term-that-is-rather-long  Its meaning",
        "  none",
      ])
  }

  @Test("A term that is too wide has a line of its own")
  func narrow() {
    #expect(
      Self.list.lines(width: 40) == [
        "  -o    How the answer is printed, in",
        "        more words than fit a line",
        "  a-term-that-is-rather-long",
        "        Its meaning",
        "  none",
      ])
  }

  @Test("An empty list has no lines")
  func empty() {
    #expect(DefinitionList(rows: []).lines(width: 80) == [])
  }
}
