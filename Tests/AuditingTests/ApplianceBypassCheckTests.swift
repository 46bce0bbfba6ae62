import Diagnosis
import EstateFixtures
import Testing

@testable import Auditing

@Suite("Appliances that are bypassed")
struct ApplianceBypassCheckTests {
  static let plants = [
    AuditPlant("a summary on GatewaySubnet", .applianceBypassed, .warning, at: Lab.table("rt-gw")) { lab in
      lab.table("rt-gw", of: ["hub/GatewaySubnet"])
      lab.route("rt-gw", "spokes", "10.0.0.0/8", via: "10.0.2.4")
    },
    AuditPlant("a summary beside a direct peering", .applianceBypassed, .note, at: Lab.table("rt1")) { lab in
      lab.peer("spoke1", "spoke2")
      lab.route("rt1", "to-spoke2", "10.2.0.0/15", via: "10.0.2.4")
    },
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
