import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Addresses with two owners")
struct AddressUseCheckTests {
  static let plants = [
    AuditPlant("two NICs", .addressUsedTwice, .error, at: Lab.nic("twin"), in: { .pair }) { lab in
      lab.machine("twin", in: "left/app", "10.1.1.10")
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
