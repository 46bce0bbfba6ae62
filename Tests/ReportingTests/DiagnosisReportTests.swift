import AzureResources
import Diagnosis
import Estate
import Findings
import IPAddressing
import JSONDocument
import TerminalText
import Testing

@testable import Reporting

@Suite("Diagnoses as answers")
struct DiagnosisReportTests {
  /// Two networks without a peering, and a question from one to the other.
  private static func report() throws -> (report: DiagnosisReport, diagnosis: Diagnosis) {
    let estate = try Snapshots.estate(
      Snapshots.network("a", "10.1.0.0/16"), Snapshots.network("b", "10.2.0.0/16"))
    var diagnoser = Diagnoser(estate)
    let diagnosis = try diagnoser.diagnose(
      Question(from: .resource(estate.subnet(0).id), to: .address(try IPAddress("10.2.0.4")), port: 443))
    return (DiagnosisReport(diagnosis, of: estate), diagnosis)
  }

  @Test("JSON has the keys of the contract, in their order")
  func keys() throws {
    let json = try Self.report().report.json
    #expect(
      json.members?.members.map(\.key) == [
        "schemaVersion", "verdict", "question", "cause", "nameResolution", "forward", "return", "checks", "assumptions",
        "missing", "repair",
      ])
    #expect(
      json["question"]?.members?.members.map(\.key) == [
        "source", "sourceAddress", "destination", "destinationAddress", "port", "protocol",
      ])
    #expect(json["cause"]?["code"]?.text?.hasPrefix("AZR") == true)
    #expect(json["cause"]?["remedy"]?["commands"]?.elements?.isEmpty == false)
    #expect(json["forward"]?["outcome"] == "dropped")
  }

  @Test("The text begins with the verdict, and commands stay whole on a narrow screen")
  func text() throws {
    let (report, diagnosis) = try Self.report()
    let screen = Terminal(device: .screen(columns: 60), environment: [:])
    let text = report.text(for: screen)
    #expect(text.hasPrefix("BLOCKED  s (10.1.0.4) to 10.2.0.4, TCP 443\n"))
    let commands = try #require(diagnosis.cause?.remedy.commands)
    #expect(!commands.isEmpty)
    for command in commands { #expect(text.contains(command)) }
  }

  @Test("A sheet has a row for each check")
  func sheet() throws {
    let (report, diagnosis) = try Self.report()
    #expect(report.sheet.rows.count == diagnosis.checks.count)
    #expect(report.sheet.rows.allSatisfy { $0.count == report.sheet.header.count })
  }
}
