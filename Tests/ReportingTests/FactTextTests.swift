import JSONDocument
import TerminalText
import Testing

@testable import Reporting

@Suite("Facts as text")
struct FactTextTests {
  private static let id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s1"

  @Test("Facts are lines, lists of things are tables below them, and columns of empty lists are left out")
  func layout() {
    let object = JSONObject([
      ("id", .string(Self.id)), ("subnet", .string(Self.id)), ("gone", .null), ("tags", []), ("on", true),
      ("things", [["name": "a", "pools": []], ["name": "b", "pools": []]]), ("size", 3), ("ratio", .number(0.5)),
    ])
    #expect(
      FactText.text(object, for: .pipe) == """
        ID:     \(Self.id)
        Subnet: rg/v/s1
        Gone:   -
        Tags:   -
        On:     yes
        Size:   3
        Ratio:  0.5

        Things
        Name
        ----
        a
        b

        """)
  }

  @Test("A cell for programs holds whole ids, commas between elements, and JSON for what has parts")
  func cells() {
    #expect(FactText.cell(.string(Self.id)) == Self.id)
    #expect(FactText.cell(["a", "b"]) == "a,b")
    #expect(FactText.cell(.null) == "")
    #expect(FactText.cell(true) == "true")
    #expect(FactText.cell([["a": 1]]) == "[{\"a\":1}]")
  }
}
