import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("NAT gateways without work")
struct NATGatewayCheckTests {
  static let plants = [
    AuditPlant("behind a default route to an appliance", .natGatewayUnused, .note, at: Lab.subnet("spoke1/app")) {
      lab in
      lab.set(Lab.subnet("spoke1/app"), "natGateway", ["id": .string(Lab.id("natGateways", "nat"))])
      lab.route("rt1", "all", "0.0.0.0/0", via: "10.0.2.4")
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
