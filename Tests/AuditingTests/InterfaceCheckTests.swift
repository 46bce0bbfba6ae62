import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("NICs of nothing")
struct InterfaceCheckTests {
  static let plants = [
    AuditPlant("its machine was deleted", .interfaceUnattached, .note, at: Lab.id("networkInterfaces", "spare")) {
      lab in
      lab.add(
        Lab.id("networkInterfaces", "spare"),
        JSONObject([("provisioningState", "Succeeded"), ("ipConfigurations", [])]))
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
