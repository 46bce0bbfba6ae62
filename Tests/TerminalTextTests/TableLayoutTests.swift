import Testing

@testable import TerminalText

@Suite("Table widths")
struct TableLayoutTests {
  static let columns = [
    TableColumn("A", overflow: .keep), TableColumn("B", priority: 1, minimumWidth: 4),
    TableColumn("C", overflow: .cut, minimumWidth: 3), TableColumn("D", minimumWidth: 3),
  ]

  @Test(
    "The lowest priority gives way first, the widest of it before others, and none below its minimum",
    arguments: [
      (nil, .columns([5, 10, 8, 12])), (41, .columns([5, 10, 8, 12])), (38, .columns([5, 10, 8, 9])),
      (35, .columns([5, 10, 7, 7])), (27, .columns([5, 10, 3, 3])), (23, .columns([5, 6, 3, 3])),
      (21, .columns([5, 4, 3, 3])), (20, .records), (1, .records),
    ] as [(Int?, TableLayout)])
  func shrinking(width: Int?, layout: TableLayout) {
    #expect(TableLayout(columns: Self.columns, naturalWidths: [5, 10, 8, 12], width: width) == layout)
  }

  @Test("A table without columns fits everywhere")
  func empty() {
    #expect(TableLayout(columns: [], naturalWidths: [], width: 1) == .columns([]))
  }
}
