import Testing

@testable import CommandLineParsing

@Suite("The closest name")
struct ClosestNameTests {
  @Test(
    "Insertions, deletions, substitutions and swaps are counted",
    arguments: [
      ("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("abc", "abd", 1), ("abc", "acb", 1), ("abc", "bc", 1),
      ("kitten", "sitting", 3), ("ca", "abc", 3),
    ])
  func distance(left: String, right: String, distance: Int) {
    #expect(ClosestName.distance(Array(left), Array(right)) == distance)
    #expect(ClosestName.distance(Array(right), Array(left)) == distance)
  }

  @Test(
    "The nearest name is offered, a far one isn't",
    arguments: [
      ("--protcol", "--protocol"), ("--resource", "--resource-group"), ("OUTPTU", "--output"), ("--xyz", nil),
      ("-", nil), ("--", nil), ("--ouput", "--output"),
    ])
  func closest(word: String, name: String?) {
    #expect(ClosestName.of(word, among: ["--protocol", "--port", "--resource-group", "--output"]) == name)
  }

  @Test("The nearest come first, no more than asked for, and nothing far away")
  func nearest() {
    let names = ["vm-22", "sql-1", "vm-2", "vm-1", "vm-11"]
    #expect(ClosestName.nearest(to: "vm-1", among: names, limit: 3) == ["vm-1", "vm-2", "vm-11"])
    #expect(ClosestName.nearest(to: "vm-1", among: names, limit: 1) == ["vm-1"])
    #expect(ClosestName.nearest(to: "postgres", among: names, limit: 3).isEmpty)
    #expect(ClosestName.nearest(to: "", among: names, limit: 3).isEmpty)
  }
}
