import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Rules for empty application security groups")
struct RuleMembersCheckTests {
  static let plants = [
    AuditPlant("as source", .ruleWithoutMembers, .warning, at: "\(Lab.securityGroup("nsg"))/securityRules/from-web") {
      lab in
      lab.securityGroup("nsg", subnets: ["spoke1/app"])
      lab.rule("nsg", "from-web", 100, "Inbound", "Allow", "Tcp", from: ["asg:web"], ports: ["443"])
      lab.join("vm1", in: "spoke1/app", "10.1.1.10", ["app"])
      lab.rule("nsg", "from-app", 110, "Inbound", "Allow", "Tcp", from: ["asg:app"], ports: ["443"])
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
