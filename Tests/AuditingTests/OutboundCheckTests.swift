import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Appliances without a way out")
struct OutboundCheckTests {
  static let plants = [
    AuditPlant("default outbound access is off", .noOutbound, .error, at: Lab.subnet("hub/nva")) { lab in
      lab.set(Lab.subnet("hub/nva"), "defaultOutboundAccess", false)
      lab.route("rt1", "all", "0.0.0.0/0", via: "10.0.2.4")
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
