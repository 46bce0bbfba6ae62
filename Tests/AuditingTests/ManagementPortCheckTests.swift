import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Remote administration from the internet")
struct ManagementPortCheckTests {
  static let plants = [
    AuditPlant("RDP at a public address", .managementPortOpen, .warning, at: Lab.nic("vm1")) { lab in
      lab.publicAddress("pip", "20.1.2.3")
      lab.configure("vm1", in: "spoke1/app", "10.1.1.10", public: "pip")
      lab.securityGroup("nsg", machines: ["vm1"])
      lab.rule("nsg", "rdp", 100, "Inbound", "Allow", "Tcp", ports: ["3389"])
    },
    AuditPlant("SSH and RDP, in one finding", .managementPortOpen, .warning, at: Lab.nic("vm1")) { lab in
      lab.publicAddress("pip", "20.1.2.3")
      lab.configure("vm1", in: "spoke1/app", "10.1.1.10", public: "pip")
      lab.securityGroup("nsg", machines: ["vm1"])
      lab.rule("nsg", "all", 100, "Inbound", "Allow", "Tcp", ports: ["1-65535"])
    },
    AuditPlant("behind a subnet that still closes it", .managementPortOpen, .warning, at: Lab.nic("vm1")) { lab in
      lab.publicAddress("pip", "20.1.2.3")
      lab.configure("vm1", in: "spoke1/app", "10.1.1.10", public: "pip")
      lab.securityGroup("outer", subnets: ["spoke1/app"])
      lab.securityGroup("nsg", machines: ["vm1"])
      lab.rule("nsg", "ssh", 100, "Inbound", "Allow", "Tcp", from: ["Internet"], ports: ["20-25"])
    },
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
