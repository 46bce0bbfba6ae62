import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Groups of nothing")
struct SecurityGroupUseCheckTests {
  static let plants = [
    AuditPlant("a group alone", .securityGroupUnused, .note, at: Lab.securityGroup("nsg")) { lab in
      lab.securityGroup("nsg")
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
