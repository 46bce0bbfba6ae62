import Testing

@testable import OperatorText

@Suite("Columns of Format-Table")
struct ColumnLayoutTests {
  @Test("Numbers under a wider heading, and texts beyond theirs, stay in their columns")
  func layout() throws {
    let layout = try #require(
      ColumnLayout(
        heading: "Age InterfaceProperty IpAddress   MacAddress",
        rule: "--- ----------------- ---------   ----------",
        rows: ["  5 On-Prem           172.16.0.1  02cf.2b02.c22b", "  0 Microsoft         172.16.0.2  6412.25a7.b8b0"]))
    #expect(
      layout.cells(of: "  5 On-Prem           172.16.0.1  02cf.2b02.c22b") == [
        "5", "On-Prem", "172.16.0.1", "02cf.2b02.c22b",
      ])
  }
}
