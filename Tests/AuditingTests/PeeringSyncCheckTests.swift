import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Peerings that hold an old address space")
struct PeeringSyncCheckTests {
  static let plants = [
    AuditPlant("a prefix is missing", .peeringNotSynchronised, .error, at: Lab.peering("hub/to-spoke1")) { lab in
      lab.set(Lab.peering("hub/to-spoke1"), "remoteAddressSpace", ["addressPrefixes": ["10.8.0.0/16", "10.1.0.0/16"]])
      lab.set(Lab.network("spoke1"), "addressSpace", ["addressPrefixes": ["10.1.0.0/16", "10.7.0.0/16"]])
    },
    AuditPlant("a prefix is too many", .peeringNotSynchronised, .warning, at: Lab.peering("hub/to-spoke1")) { lab in
      lab.set(Lab.peering("hub/to-spoke1"), "remoteAddressSpace", ["addressPrefixes": ["10.8.0.0/16", "10.1.0.0/16"]])
    },
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
