import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Route tables that keep gateway routes away")
struct PropagationCheckTests {
  static let plants = [
    AuditPlant(
      "without a route of their own", .propagationDisabled, .warning, at: Lab.table("rt1"), in: { .hubWithGateway }
    ) { lab in
      lab.set(Lab.table("rt1"), "disableBgpRoutePropagation", true)
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
