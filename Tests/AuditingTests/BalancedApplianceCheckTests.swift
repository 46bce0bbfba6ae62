import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Load balancers before appliances")
struct BalancedApplianceCheckTests {
  static let plants = [
    AuditPlant(
      "without a rule for all ports", .loadBalancerCannotForward, .warning, at: Lab.balancer("lb"),
      in: { .balancedAppliance }
    ) { lab in
      lab.balancer("lb", in: "hub/nva", "10.0.2.100", port: 443)
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
