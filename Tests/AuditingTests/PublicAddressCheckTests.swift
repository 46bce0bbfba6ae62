import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Public addresses of nothing")
struct PublicAddressCheckTests {
  static let plants = [
    AuditPlant("neither configuration nor NAT gateway", .publicAddressUnused, .note, at: Lab.publicAddress("pip")) {
      lab in
      lab.add(Lab.publicAddress("pip"), JSONObject([("ipAddress", "20.1.2.3"), ("provisioningState", "Succeeded")]))
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
