import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Peerings with one side")
struct PeeringStateCheckTests {
  static let plants = [
    AuditPlant("the other was deleted", .peeringNotConnected, .error, at: Lab.peering("spoke1/to-hub")) { lab in
      lab.remove(Lab.peering("hub/to-spoke1"))
      lab.set(Lab.peering("spoke1/to-hub"), "peeringState", "Disconnected")
    },
    AuditPlant("the other is missing", .peeringNotConnected, .error, at: Lab.peering("spoke1/to-hub")) { lab in
      lab.remove(Lab.peering("hub/to-spoke1"))
      lab.set(Lab.peering("spoke1/to-hub"), "peeringState", "Initiated")
    },
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
