import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Empty pools")
struct BackendPoolCheckTests {
  static let plants = [
    AuditPlant("of a rule", .backendPoolEmpty, .warning, at: Lab.balancer("lb"), in: { .balancedAppliance }) { lab in
      lab.configure("nva", in: "hub/nva", "10.0.2.4")
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
