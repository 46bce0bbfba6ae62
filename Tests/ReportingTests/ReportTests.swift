import AzureResources
import JSONDocument
import TerminalText
import Testing

@testable import Reporting

@Suite("Forms of answers")
struct ReportTests {
  private struct Sample: Report {
    let json: JSONValue = ["a": "x,y"]
    let sheet = Sheet(["A"], [["x,y"], ["tab\there"]])
    func text(for terminal: Terminal) -> String { "A\n" }
  }

  @Test(
    "Each form has its own text",
    arguments: [
      (OutputFormat.table, "A\n"), (.json, "{\n  \"a\": \"x,y\"\n}\n"), (.yaml, "a: \"x,y\"\n"),
      (.csv, "A\r\n\"x,y\"\r\ntab\there\r\n"), (.tsv, "x,y\ntab\\there\n"), (.none, ""),
    ])
  func forms(_ format: OutputFormat, _ text: String) {
    #expect(Sample().rendered(as: format, for: .pipe) == text)
  }

  @Test(
    "An answer that is JSON by nature stays JSON in all forms but YAML, none and pictures",
    arguments: OutputFormat.allCases)
  func json(_ format: OutputFormat) {
    let text = JSONReport(["a": 1]).rendered(as: format, for: .pipe)
    switch format {
    case .yaml: #expect(text == "a: 1\n")
    case .none, .svg: #expect(text == "")
    default: #expect(text == "{\n  \"a\": 1\n}\n")
    }
  }

  @Test("Answers for several resources, or for a list, stand under the ids")
  func shapes() throws {
    let ids = try ["a", "b"].map { try #require(ResourceID("/subscriptions/s/resourceGroups/\($0)")) }
    let answer = { (id: ResourceID) in JSONValue.string(String(id.name)) }
    #expect(AnswerShape.bareIfSingle.json(Array(ids.prefix(1)), id: { $0 }, answer) == "a")
    #expect(
      AnswerShape.keyed.json(Array(ids.prefix(1)), id: { $0 }, answer) == ["/subscriptions/s/resourceGroups/a": "a"])
    #expect(AnswerShape.bareIfSingle.json(ids, id: { $0 }, answer).members?.members.count == 2)
    #expect(AnswerShape.bareIfSingle.json([ResourceID](), id: { $0 }, answer) == [:])
  }
}
