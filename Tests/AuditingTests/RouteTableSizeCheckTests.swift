import EstateFixtures
import Findings
import Testing

@testable import Auditing

@Suite("Full route tables")
struct RouteTableSizeCheckTests {
  static let plants = [
    AuditPlant("at the limit", .routeTableFull, .note, at: Lab.table("full")) { lab in
      lab.table("full", of: ["hub/app"])
      for number in 0..<400 {
        lab.route("full", "r\(number)", "172.16.\(number / 250).\(number % 250)/32", via: "10.0.2.4")
      }
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
