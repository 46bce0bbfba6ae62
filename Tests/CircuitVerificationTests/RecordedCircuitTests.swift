import AzureResources
import CircuitVerification
import Estate
import ExpressRouteFacts
import Findings
import HybridConnectivity
import JSONDocument
import SnapshotReading
import TestSupport
import Testing

@Suite("Recorded circuits", .enabled(if: RecordedCircuit.isAvailable, RecordedCircuit.absence))
struct RecordedCircuitTests {
  private static func verify(_ names: [String]) throws -> [CircuitVerification] {
    let estate = try RecordedCircuit.estate(names)
    let catalog = CircuitCatalog(estate)
    return catalog.circuits.compactMap { CircuitVerifier(estate, catalog).verify($0.id) }
  }

  @Test("Every recorded case of circuits and gateways verifies", arguments: RecordedCircuit.names)
  func all(_ name: String) throws {
    for result in try Self.verify([name]) {
      #expect(!result.verification.checks.isEmpty)
      for check in result.verification.checks where check.status == .unknown {
        #expect(check.remedy?.lookups.isEmpty == false, "\(check.summary)")
      }
      for finding in result.findings where finding.check.status == .fail {
        #expect(!finding.points.isEmpty && finding.check.party != nil, "\(finding.check.summary)")
      }
    }
  }

  @Test("The healthy circuit gives no false alarm: what wasn't recorded is unknown, the rest passes")
  func healthy() throws {
    let results = try Self.verify(RecordedCircuit.names.filter { $0.contains("megaport") })
    let result = try #require(results.first)
    #expect(results.count == 1)
    let alarms = result.verification.checks.filter { $0.status == .fail || $0.status == .warning }
    #expect(alarms.isEmpty, "\(alarms.map(\.summary))")
    #expect(result.verification.verdict == .indeterminate)
    // Only the secondary path's tables are missing.
    let unknown = result.findings.filter { $0.check.status == .unknown }
    #expect(Set(unknown.map(\.path)) == [.secondary])
    let passed = Set(result.findings.filter { $0.check.status == .pass && $0.path == .primary }.map(\.check.code))
    #expect(passed.isSuperset(of: [.arpTable, .bgpSession, .prefixLimit, .gatewaySessions, .edgeLacksAzurePrefix]))
  }

  @Test("The healthy circuit with the primary path's tables for both paths is healthy")
  func bothPaths() throws {
    let estate = try RecordedCircuit.estate(
      RecordedCircuit.names.filter { $0.contains("megaport") }, mirroring: ("169.254.194.41", "169.254.194.45"))
    let catalog = CircuitCatalog(estate)
    let result = try #require(CircuitVerifier(estate, catalog).verify(catalog.circuits[0].id))
    #expect(result.verification.verdict == .healthy, "\(result.verification.cause?.summary ?? "")")
    let alarms = result.verification.checks.filter { $0.status == .fail || $0.status == .warning }
    #expect(alarms.isEmpty, "\(alarms.map(\.summary))")
  }

  @Test("Circuits with Incomplete entries name layer 2 between the edges, and the provider")
  func incomplete() throws {
    let names = try RecordedCircuit.names.filter { name in
      try RecordedCircuit.answer(name).elements("value").contains { $0["macAddress"]?.text == "Incomplete" }
    }
    #expect(names.count >= 3)
    for name in names {
      let result = try #require(Self.verify([name]).first, "\(name)")
      let layer2 = result.findings.filter { $0.check.code == .arpTable && $0.check.status == .fail }
      #expect(!layer2.isEmpty, "\(name)")
      for finding in layer2 {
        #expect(finding.points.map(\.rawValue) == [2, 3, 4], "\(name)")
        #expect(finding.check.party == .provider)
      }
      // The recordings are of circuits that no provider ever built: that comes first.
      #expect(result.cause?.check.code == .providerStatus, "\(name)")
    }
  }

  @Test("Recorded sessions that are down are named with their state")
  func down() throws {
    let names = RecordedCircuit.names.filter { $0.contains("er-route-summary-00") }
    for name in names {
      let states = try RecordedCircuit.answer(name).elements("value").compactMap { $0["statePfxRcd"]?.text }
      guard let state = states.first, Int(state) == nil else { continue }
      let result = try #require(Self.verify([name]).first)
      #expect(
        result.verification.checks.contains {
          $0.code == .bgpSession && $0.status == .fail && $0.summary.contains(state)
        },
        "\(name)")
    }
  }
}

extension JSONValue {
  fileprivate func elements(_ key: String) -> [JSONValue] { self[key]?.elements ?? [] }
}
