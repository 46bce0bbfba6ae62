import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Snapshots that contradict themselves")
struct SnapshotCheckTests {
  static let plants = [
    AuditPlant("two tables claim a subnet", .snapshotInconsistent, .warning, at: Lab.subnet("spoke1/app")) { lab in
      lab.set(Lab.table("rt2"), "subnets", [["id": .string(Lab.subnet("spoke1/app"))]])
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
