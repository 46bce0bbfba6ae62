import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Flags of gateway transit")
struct GatewayTransitCheckTests {
  static let plants = [
    AuditPlant("not offered", .noGatewayTransit, .error, at: Lab.peering("spoke1/to-hub"), in: { .hubWithGateway }) {
      lab in
      lab.set(Lab.peering("hub/to-spoke1"), "allowGatewayTransit", false)
    },
    AuditPlant(
      "not used, though others do", .noGatewayTransit, .warning, at: Lab.peering("spoke1/to-hub"),
      in: { .hubWithGateway }
    ) { lab in
      lab.set(Lab.peering("spoke1/to-hub"), "useRemoteGateways", false)
    },
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
