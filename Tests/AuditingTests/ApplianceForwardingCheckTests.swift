import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Appliances that do not forward")
struct ApplianceForwardingCheckTests {
  static let plants = [
    AuditPlant("its NIC", .applianceNotForwarding, .error, at: Lab.nic("nva")) { lab in
      lab.set(Lab.nic("nva"), "enableIPForwarding", false)
    },
    AuditPlant(
      "one behind a load balancer", .applianceNotForwarding, .error, at: Lab.nic("nva2"), in: { .balancedAppliance }
    ) { lab in
      lab.machine("nva2", in: "hub/nva", "10.0.2.5")
      lab.configure("nva2", in: "hub/nva", "10.0.2.5", pools: [Lab.pool("lb")])
    },
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
