import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Peerings that refuse forwarded traffic")
struct ForwardedTrafficCheckTests {
  static let plants = [
    AuditPlant(
      "of a network that sends through the appliance", .forwardedTrafficDenied, .error, at: Lab.peering("spoke1/to-hub")
    ) { lab in
      lab.set(Lab.peering("spoke1/to-hub"), "allowForwardedTraffic", false)
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
