import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Rules that allow everything")
struct EverythingAllowedCheckTests {
  static let plants = [
    AuditPlant(
      "to a subnet with machines", .everythingAllowed, .warning, at: "\(Lab.securityGroup("nsg"))/securityRules/all"
    ) { lab in
      lab.securityGroup("nsg", subnets: ["spoke1/app"])
      lab.rule("nsg", "all", 100, "Inbound", "Allow")
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
