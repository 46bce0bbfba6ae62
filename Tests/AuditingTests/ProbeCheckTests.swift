import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Health probes that are denied")
struct ProbeCheckTests {
  static let plants = [
    AuditPlant(
      "by a rule for the tag", .probeDenied, .error, at: "\(Lab.securityGroup("nsg"))/securityRules/deny-probes",
      in: { .probedAppliance }
    ) { lab in
      lab.securityGroup("nsg", subnets: ["hub/nva"])
      lab.rule("nsg", "deny-probes", 100, "Inbound", "Deny", from: ["AzureLoadBalancer"])
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
