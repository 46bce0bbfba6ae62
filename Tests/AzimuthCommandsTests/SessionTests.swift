import Testing

@testable import AzimuthCommands

@Suite("Lists of IDs")
struct SessionTests {
  @Test(
    "Lines are trimmed, empty ones don't count, and either ending ends a line",
    arguments: [
      ("a\nb\n", ["a", "b"]), ("a\r\nb", ["a", "b"]), ("\n\n  a \t\n", ["a"]), ("", []), ("a b\n", ["a b"]),
    ])
  func lines(_ text: String, _ expected: [String]) {
    #expect(Session.lines(Array(text.utf8)) == expected)
  }
}
