import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Default routes on GatewaySubnet")
struct GatewaySubnetDefaultCheckTests {
  static let plants = [
    AuditPlant("to an appliance", .gatewaySubnetDefaultRoute, .error, at: Lab.route("rt-gw", "all")) { lab in
      lab.table("rt-gw", of: ["hub/GatewaySubnet"])
      lab.route("rt-gw", "all", "0.0.0.0/0", via: "10.0.2.4")
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
