import EstateFixtures
import Findings
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
    AuditPlant(
      "several that repeat others, in one note", .ruleNeverMatches, .note, at: Lab.securityGroup("nsg")
    ) { lab in
      lab.securityGroup("nsg", subnets: ["spoke1/app"])
      lab.rule("nsg", "all-web", 100, "Inbound", "Allow", "Tcp", ports: ["80-443"])
      lab.rule("nsg", "again", 110, "Inbound", "Allow", "Tcp", from: ["Internet"], ports: ["443"])
      lab.rule("nsg", "and-again", 120, "Inbound", "Allow", "Tcp", from: ["10.0.0.0/8"], ports: ["80"])
    },
    AuditPlant(
      "a contradicted rule for ICMP alone", .ruleNeverMatches, .note,
      at: "\(Lab.securityGroup("nsg"))/securityRules/ping"
    ) { lab in
      lab.securityGroup("nsg", subnets: ["spoke1/app"])
      lab.rule("nsg", "no-ssh", 100, "Inbound", "Deny", "*", ports: ["22"])
      lab.rule("nsg", "ping", 110, "Inbound", "Allow", "Icmp", from: ["10.1.2.0/24"])
    },
    AuditPlant(
      "a rule whose ports two others take together", .ruleNeverMatches, .warning,
      at: "\(Lab.securityGroup("nsg"))/securityRules/web"
    ) { lab in
      lab.securityGroup("nsg", subnets: ["spoke1/app"])
      lab.rule("nsg", "no-low", 100, "Inbound", "Deny", "Tcp", ports: ["1-442"])
      lab.rule("nsg", "no-high", 110, "Inbound", "Deny", "*", from: ["10.0.0.0/8"], ports: ["443-65535"])
      lab.rule("nsg", "web", 120, "Inbound", "Allow", "Tcp", from: ["10.2.0.0/16"], ports: ["80", "443"])
    },
    AuditPlant(
      "a rule whose sources three others take together", .ruleNeverMatches, .warning,
      at: "\(Lab.securityGroup("nsg"))/securityRules/web"
    ) { lab in
      lab.securityGroup("nsg", subnets: ["spoke1/app"])
      lab.rule("nsg", "one", 100, "Inbound", "Deny", "Tcp", from: ["10.2.0.0/17"])
      lab.rule("nsg", "two", 110, "Inbound", "Deny", "Tcp", from: ["10.2.128.0/18"])
      lab.rule("nsg", "three", 120, "Inbound", "Deny", "Tcp", from: ["10.2.192.0/18"])
      lab.rule("nsg", "web", 130, "Inbound", "Allow", "Tcp", from: ["10.2.0.0/16"], ports: ["443"])
    },
    AuditPlant(
      "a rule behind 0.0.0.0/0, which is everything", .ruleNeverMatches, .warning,
      at: "\(Lab.securityGroup("nsg"))/securityRules/web"
    ) { lab in
      lab.securityGroup("nsg", subnets: ["spoke1/app"])
      lab.rule("nsg", "none", 100, "Inbound", "Deny", "Tcp", from: ["0.0.0.0/0"])
      lab.rule("nsg", "web", 110, "Inbound", "Allow", "Tcp", ports: ["443"])
    },
  ]

  /// Rules that take all but a little of the later one.
  static let gaps: [(name: String, first: [String], second: [String])] = [
    ("a port", ["1-79"], ["81-65535"]), ("the first port", ["81-443"], ["444-65535"]),
    ("ports that can't be read", ["1-79"], ["80-x"]),
  ]

  @Test("Rules that leave something over shadow nothing", arguments: gaps)
  func leaveSomething(name: String, first: [String], second: [String]) async throws {
    var lab = Lab.hubAndSpokes
    lab.securityGroup("nsg", subnets: ["spoke1/app"])
    lab.rule("nsg", "one", 100, "Inbound", "Deny", "Tcp", ports: first)
    lab.rule("nsg", "two", 110, "Inbound", "Deny", "Tcp", ports: second)
    lab.rule("nsg", "web", 120, "Inbound", "Allow", "Tcp", ports: ["80-443"])
    let found = await Auditor(try lab.estate()).findings(codes: [.ruleNeverMatches])
    #expect(found.isEmpty, "\(name): \(found.map(\.summary))")
  }

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
