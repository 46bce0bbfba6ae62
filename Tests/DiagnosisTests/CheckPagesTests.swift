import Diagnosis
import Findings
import Glibc
import PathAnalysis
import Testing

@Suite("Pages of checks and assumptions")
struct CheckPagesTests {
  /// The text of a file of the repository; empty where there is none.
  private static func text(_ path: String) -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    guard let file = fopen("/\(root)/\(path)", "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
  }

  @Test("Every code has a page and a row in the index", arguments: CheckCode.allCases)
  func pages(code: CheckCode) {
    let page = Self.text("docs/checks/\(code.rawValue).md")
    #expect(page.hasPrefix("# \(code.rawValue): "))
    #expect(page.contains("Layer: \(code.layer.rawValue)."))
    for part in ["How Azure behaves", "How Azimuth finds it", "How to repair it", "What can't be seen"] {
      #expect(page.contains("\n## \(part)\n"))
    }
    #expect(Self.text("docs/checks/README.md").contains("| [\(code.rawValue)](\(code.rawValue).md) |"))
  }

  @Test("A page's example is what a diagnosis says")
  func examples() throws {
    for plants in Dictionary(grouping: PlantTests.plants, by: \.code) {
      let page = Self.text("docs/checks/\(plants.key.rawValue).md")
      let said = try plants.value.map { try $0.diagnose($0.faulty).cause?.summary ?? "" }
      #expect(said.contains { page.contains("\n> \($0)\n") }, "\(plants.key.rawValue): \(said)")
    }
  }

  @Test("Every assumption is explained", arguments: Assumption.Code.allCases)
  func assumptions(code: Assumption.Code) {
    #expect(Self.text("docs/assumptions.md").contains("\n## \(code.rawValue): "))
  }
}
