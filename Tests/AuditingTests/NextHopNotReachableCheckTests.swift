import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Next hops in networks that are not peered")
struct NextHopNotReachableCheckTests {
  static let plants = [
    AuditPlant("an appliance in the other spoke", .nextHopNotReachable, .error, at: Lab.route("rt1", "far")) { lab in
      lab.route("rt1", "far", "10.9.0.0/16", via: "10.2.1.10")
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
