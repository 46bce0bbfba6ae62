import AzureResources
import Estate
import Routing
import TerminalText
import Testing

@testable import Reporting

@Suite("Tables of effective routes")
struct RouteTableReportTests {
  /// A subnet with a service endpoint of twelve prefixes.
  private static func report() throws -> RouteTableReport {
    let prefixes = (1...12).map { "\"20.\($0).0.0/16\"" }.joined(separator: ",")
    let estate = try Snapshots.estate(
      Snapshots.network("v", "10.0.0.0/16", subnet: "\"serviceEndpoints\": [{\"service\": \"Microsoft.Sql\"}]"),
      "{\"name\": \"Sql\", \"properties\": {\"addressPrefixes\": [\(prefixes)]}}")
    var builder = RouteTableBuilder(estate)
    return RouteTableReport([RouteTableEntry(estate.subnet(0).id, builder.table(ofSubnet: 0))])
  }

  @Test("Long lists of prefixes are whole in a pipe, and cut short on a screen")
  func prefixLists() throws {
    let report = try Self.report()
    #expect(report.text(for: .pipe).contains("20.11.0.0/16, 20.12.0.0/16"))
    let screen = Terminal(device: .screen(columns: 300), environment: [:])
    #expect(report.text(for: screen).contains("20.1.0.0/16, 20.2.0.0/16, 20.3.0.0/16, 20.4.0.0/16 and 8 more"))
    #expect(report.sheet.rows.contains { $0[2].split(separator: ",").count == 12 })
  }

  @Test("Every line fits the screen", arguments: [40, 60, 80, 100, 140])
  func width(_ columns: Int) throws {
    let screen = Terminal(device: .screen(columns: columns), environment: [:])
    for line in try Self.report().text(for: screen).split(separator: "\n") { #expect(line.count <= columns) }
  }
}
