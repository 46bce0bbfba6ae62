import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Sites without a connection")
struct SiteCheckTests {
  static let plants = [
    AuditPlant(
      "its connection was deleted", .siteNotConnected, .warning, at: Lab.site("office"), in: { .hubWithGateway }
    ) { lab in
      lab.remove(Lab.connection("to-office"))
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
