import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Routes that other tables have")
struct RouteMissingCheckTests {
  static let plants = [
    AuditPlant("a table of three", .routeMissing, .warning, at: Lab.table("rt3")) { lab in
      lab.network("spoke3", ["10.3.0.0/16"], subnets: ["app": "10.3.1.0/24"])
      lab.peer("spoke3", "hub")
      lab.table("rt3", of: ["spoke3/app"])
      lab.route("rt3", "to-spoke2", "10.2.0.0/16", via: "10.0.2.4")
      for table in ["rt1", "rt2"] { lab.route(table, "far", "10.9.0.0/16", via: "10.0.2.4") }
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
