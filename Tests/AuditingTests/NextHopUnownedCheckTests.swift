import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Next hops that nothing has")
struct NextHopUnownedCheckTests {
  static let plants = [
    AuditPlant("off by one", .nextHopUnowned, .error, at: Lab.route("rt1", "to-spoke2")) { lab in
      lab.route("rt1", "to-spoke2", "10.2.0.0/16", via: "10.0.2.5")
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
