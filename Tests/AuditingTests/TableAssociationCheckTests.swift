import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Route tables of no subnet")
struct TableAssociationCheckTests {
  static let plants = [
    AuditPlant("beside a subnet without a table", .routeTableNotAssociated, .warning, at: Lab.table("rt-new")) { lab in
      lab.table("rt-new")
      lab.route("rt-new", "to-spoke2", "10.2.0.0/16", via: "10.0.2.4")
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
