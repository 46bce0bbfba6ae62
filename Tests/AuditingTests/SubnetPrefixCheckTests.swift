import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Prefixes of subnets")
struct SubnetPrefixCheckTests {
  static let plants = [
    AuditPlant("outside the network", .subnetPrefixInvalid, .error, at: Lab.subnet("left/lost"), in: { .pair }) { lab in
      lab.add(Lab.subnet("left/lost"), JSONObject([("addressPrefix", "10.9.0.0/24")]))
    },
    AuditPlant("over another", .subnetPrefixInvalid, .error, at: Lab.subnet("left/twin"), in: { .pair }) { lab in
      lab.add(Lab.subnet("left/twin"), JSONObject([("addressPrefix", "10.1.1.128/25")]))
    },
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
