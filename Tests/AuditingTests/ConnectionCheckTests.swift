import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Connections that are down")
struct ConnectionCheckTests {
  static let plants = [
    AuditPlant(
      "not connected", .connectionNotConnected, .error, at: Lab.connection("to-office"), in: { .hubWithGateway }
    ) { lab in
      lab.set(Lab.connection("to-office"), "connectionStatus", "NotConnected")
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
