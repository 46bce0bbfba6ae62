import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Answers to the internet that take another way")
struct PublicReturnCheckTests {
  static let plants = [
    AuditPlant("of a NIC with a public address", .asymmetricReturn, .warning, at: Lab.nic("vm1")) { lab in
      lab.publicAddress("pip", "20.1.2.3")
      lab.configure("vm1", in: "spoke1/app", "10.1.1.10", public: "pip")
      lab.route("rt1", "all", "0.0.0.0/0", via: "10.0.2.4")
    },
    AuditPlant("of two NICs of one subnet", .asymmetricReturn, .warning, at: Lab.subnet("spoke1/app")) { lab in
      lab.publicAddress("pip", "20.1.2.3")
      lab.publicAddress("pip2", "20.1.2.4")
      lab.configure("vm1", in: "spoke1/app", "10.1.1.10", public: "pip")
      lab.machine("vm9", in: "spoke1/app", "10.1.1.19")
      lab.configure("vm9", in: "spoke1/app", "10.1.1.19", public: "pip2")
      lab.route("rt1", "all", "0.0.0.0/0", via: "10.0.2.4")
    },
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
