import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Peerings that let nothing through")
struct PeeringAccessCheckTests {
  static let plants = [
    AuditPlant("access is off", .peeringAccessDenied, .warning, at: Lab.peering("spoke1/to-hub")) { lab in
      lab.set(Lab.peering("spoke1/to-hub"), "allowVirtualNetworkAccess", false)
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
