import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Propagation on GatewaySubnet")
struct GatewaySubnetPropagationCheckTests {
  static let plants = [
    AuditPlant("is off", .gatewaySubnetPropagationDisabled, .error, at: Lab.table("rt-gw")) { lab in
      lab.table("rt-gw", of: ["hub/GatewaySubnet"], propagation: false)
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
