import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Networks with addresses in common")
struct NetworkOverlapCheckTests {
  static let plants = [
    AuditPlant("two spokes of a hub", .overlappingAddressSpaces, .warning, at: Lab.network("spoke3")) { lab in
      lab.network("spoke3", ["10.2.128.0/17"], subnets: ["app": "10.2.128.0/24"])
      lab.peer("spoke3", "hub")
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
