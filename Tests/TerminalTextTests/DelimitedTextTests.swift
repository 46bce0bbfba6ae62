import TerminalText
import Testing
import TestSupport

@Suite("CSV and TSV")
struct DelimitedTextTests {
  struct Sample: Sendable {
    let cell: String
    let csv: String
    let tsv: String
  }

  @Test(
    "Cells are quoted or escaped where they must be",
    arguments: [
      Sample(cell: "vm-web", csv: "vm-web", tsv: "vm-web"),
      Sample(cell: "a,b", csv: "\"a,b\"", tsv: "a,b"),
      Sample(cell: "say \"no\"", csv: "\"say \"\"no\"\"\"", tsv: "say \"no\""),
      Sample(cell: "a\nb", csv: "\"a\nb\"", tsv: "a\\nb"),
      Sample(cell: "a\r\nb", csv: "\"a\r\nb\"", tsv: "a\\r\\nb"),
      Sample(cell: "a\tb", csv: "a\tb", tsv: "a\\tb"),
      Sample(cell: "C:\\new", csv: "C:\\new", tsv: "C:\\\\new"),
      Sample(cell: "=1+1", csv: "\"=1+1\"", tsv: "=1+1"),
      Sample(cell: "+49", csv: "\"+49\"", tsv: "+49"),
      Sample(cell: "-1", csv: "\"-1\"", tsv: "-1"),
      Sample(cell: "@SUM(A1)", csv: "\"@SUM(A1)\"", tsv: "@SUM(A1)"),
      Sample(cell: " padded ", csv: "\" padded \"", tsv: " padded "),
      Sample(cell: "über", csv: "über", tsv: "über"),
      Sample(cell: "\u{FEFF}bom", csv: "\"\u{FEFF}bom\"", tsv: "\u{FEFF}bom"),
    ])
  func cells(sample: Sample) {
    #expect(DelimitedText.csv.text(rows: [["x", sample.cell]]) == "x,\(sample.csv)\r\n")
    #expect(DelimitedText.tsv.text(rows: [["x", sample.cell]]) == "x\t\(sample.tsv)\n")
  }

  @Test("The heading comes first, and empty cells stay")
  func layout() {
    #expect(DelimitedText.csv.text(header: ["a", "b"], rows: [["", ""], ["1", ""]]) == "a,b\r\n,\r\n1,\r\n")
    #expect(DelimitedText.csv.text(rows: [[""]]) == "\"\"\r\n")
    #expect(DelimitedText.tsv.text(header: ["a"], rows: []) == "a\n")
    #expect(DelimitedText.csv.text(rows: []) == "")
  }

  @Test("What is written reads back equal", arguments: DelimitedText.allCases)
  func roundTrip(format: DelimitedText) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    let parts = ["a", ",", "\"", "\n", "\r", "\r\n", "\t", "\\", "=", "-", " ", "ü", "\\n", "\u{301}"]
    for _ in 0..<2000 {
      let width = Int.random(in: 1...4, using: &random)
      let rows = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...5, using: &random)).map { _ in
            parts[Int.random(in: 0..<parts.count, using: &random)]
          }.joined()
        }
      }
      let text = format.text(rows: rows)
      let read = format == .csv ? Self.readCSV(text) : Self.readTSV(text)
      #expect(read == rows.map { $0.map { Array($0.unicodeScalars) } }, "seed \(seed): \(text)")
    }
  }

  /// A reader by the letter of RFC 4180.
  private static func readCSV(_ text: String) -> [[[Unicode.Scalar]]] {
    var rows: [[[Unicode.Scalar]]] = []
    var row: [[Unicode.Scalar]] = []
    var cell: [Unicode.Scalar] = []
    var rest = Array(text.unicodeScalars)[...]
    var isQuoted = false
    while let scalar = rest.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where rest.first == "\"": cell.append(rest.removeFirst())
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(cell)
        cell = []
      case ("\r", false) where rest.first == "\n":
        rest.removeFirst()
        rows.append(row + [cell])
        (row, cell) = ([], [])
      default: cell.append(scalar)
      }
    }
    return rows
  }

  private static func readTSV(_ text: String) -> [[[Unicode.Scalar]]] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
        var rest = cell[...]
        var result: [Unicode.Scalar] = []
        while let scalar = rest.popFirst() {
          guard scalar == "\\", let escape = rest.popFirst() else {
            result.append(scalar)
            continue
          }
          result.append(["t": "\t", "n": "\n", "r": "\r"][escape] ?? escape)
        }
        return result
      }
    }
  }
}
