import Diagnosis
import EstateFixtures
import Testing

@testable import Auditing

@Suite("Rules that never match")
struct ShadowedRuleCheckTests {
  static let plants = [
    AuditPlant(
      "an allow behind a deny", .ruleNeverMatches, .warning, at: "\(Lab.securityGroup("nsg"))/securityRules/allow-web"
    ) { lab in
      lab.securityGroup("nsg", subnets: ["spoke1/app"])
      lab.rule("nsg", "deny-low", 100, "Inbound", "Deny", "Tcp", from: ["10.0.0.0/8"], ports: ["1-1024"])
      lab.rule(
        "nsg", "allow-web", 110, "Inbound", "Allow", "Tcp", from: ["10.2.0.0/16", "10.3.0.0/16"], to: ["10.1.1.0/24"],
        ports: ["80", "443"])
    },
    AuditPlant(
      "a rule that repeats another", .ruleNeverMatches, .note, at: "\(Lab.securityGroup("nsg"))/securityRules/again"
    ) { lab in
      lab.securityGroup("nsg", subnets: ["spoke1/app"])
      lab.rule("nsg", "all-web", 100, "Inbound", "Allow", "Tcp", ports: ["443"])
      lab.rule("nsg", "again", 110, "Inbound", "Allow", "Tcp", from: ["Internet"], ports: ["443"])
    },
    AuditPlant(
      "rules behind a deny for everything", .ruleNeverMatches, .warning,
      at: "\(Lab.securityGroup("nsg"))/securityRules/deny-all"
    ) { lab in
      lab.securityGroup("nsg", subnets: ["spoke1/app"])
      lab.rule("nsg", "deny-all", 100, "Inbound", "Deny")
      lab.rule("nsg", "web", 110, "Inbound", "Allow", "Tcp", ports: ["443"])
      lab.rule("nsg", "ssh", 120, "Inbound", "Allow", "Tcp", ports: ["22"])
    },
    AuditPlant(
      "own addresses behind the tag VirtualNetwork", .ruleNeverMatches, .warning,
      at: "\(Lab.securityGroup("nsg"))/securityRules/near"
    ) { lab in
      lab.securityGroup("nsg", subnets: ["spoke1/app"])
      lab.rule("nsg", "no-network", 100, "Inbound", "Deny", from: ["VirtualNetwork"])
      lab.rule("nsg", "near", 110, "Inbound", "Allow", "Tcp", from: ["10.1.2.0/24"], ports: ["443"])
      lab.rule("nsg", "other-place", 120, "Inbound", "Allow", "Tcp", from: ["172.16.0.0/24"], ports: ["443"])
    },
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
