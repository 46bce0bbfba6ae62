import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Routes to gateways that are not there")
struct NoGatewayCheckTests {
  static let plants = [
    AuditPlant("in a network without one", .noGateway, .error, at: Lab.route("rt1", "office")) { lab in
      lab.route("rt1", "office", "192.168.0.0/16", type: "VirtualNetworkGateway")
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
