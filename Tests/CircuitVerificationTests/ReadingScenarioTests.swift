import CircuitVerification
import EstateFixtures
import ExpressRouteFacts
import Findings
import JSONDocument
import Testing

@Suite("Rows of the reading tables")
struct ReadingScenarioTests {
  /// Rows about VPN connections, and one that says that nothing is wrong.
  private static let others: Set<String> = ["CN-ER-BGPFALSE", "CN-HALF"]

  @Test("A circuit in a row's state is read as the row says", arguments: ReadingScenario.all)
  func row(_ scenario: ReadingScenario) throws {
    let result = try CircuitLab.verify(CircuitLab.after(scenario.change))
    let found = result.verification.checks.filter { check in
      check.detail.contains { $0.name == "reading" && $0.value == scenario.id }
    }
    let check = try #require(found.first { $0.code == scenario.code }, "no check reads \(scenario.id)")
    #expect(check.status == scenario.status, "\(check.summary)")
    // What the table calls an error fails, and what it calls fine or worth knowing doesn't.
    switch Reading.of(scenario.table, scenario.id)?.severity {
    case .error: #expect(check.status == .fail)
    case .warning: #expect(check.status == .warning)
    case .ok: #expect(check.status == .pass)
    case .info, nil: #expect(check.status != .unknown)
    }
  }

  @Test(
    "Every row has a scenario",
    arguments: [Reading.Table.arp, .edgeBGP, .pair, .circuitState, .connection, .statistics])
  func complete(_ table: Reading.Table) {
    let ids = Set(Reading.all(of: table).map(\.id)).subtracting(Self.others)
    #expect(Set(ReadingScenario.all.filter { $0.table == table }.map(\.id)) == ids)
  }

  @Test("A connection without enableBgp is normal: BGP is always used on ExpressRoute")
  func withoutBGP() throws {
    let lab = CircuitLab.after { $0.set(CircuitLab.connection, "enableBgp", false) }
    #expect(try CircuitLab.verify(lab).verification.verdict == .healthy)
  }
}
