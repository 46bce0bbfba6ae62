import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Prefixes of on-premises inside a network")
struct OnPremisesOverlapCheckTests {
  static let plants = [
    AuditPlant("of a site", .overlappingAddressSpaces, .warning, at: Lab.network("spoke1"), in: { .hubWithGateway }) {
      lab in
      lab.site("office", ["10.1.9.0/24"])
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
