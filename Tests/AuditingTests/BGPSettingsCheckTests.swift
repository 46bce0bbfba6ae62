import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("BGP that is set up at one end")
struct BGPSettingsCheckTests {
  static let plants = [
    AuditPlant(
      "the site has no peering address", .bgpSettingsInconsistent, .error, at: Lab.site("office"),
      in: { .hubWithGateway }
    ) { lab in
      lab.connection("to-office", "gw", site: "office", bgp: true)
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
