import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Gateways without a connection")
struct GatewayConnectionCheckTests {
  static let plants = [
    AuditPlant(
      "its connection was deleted", .gatewayWithoutConnection, .note, at: Lab.gateway("gw"), in: { .hubWithGateway }
    ) { lab in
      lab.remove(Lab.connection("to-office"))
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
