import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Filters on GatewaySubnet")
struct GatewaySubnetFilterCheckTests {
  static let plants = [
    AuditPlant("a group with a deny", .gatewaySubnetFiltered, .error, at: Lab.subnet("hub/GatewaySubnet")) { lab in
      lab.securityGroup("nsg", subnets: ["hub/GatewaySubnet"])
      lab.rule("nsg", "deny-all", 100, "Inbound", "Deny")
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
