import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("User routes to nowhere")
struct UserRouteDropsCheckTests {
  static let plants = [
    AuditPlant("over a peer", .userRouteDrops, .warning, at: Lab.route("rt1", "hole")) { lab in
      lab.route("rt1", "hole", "10.2.1.0/24", type: "None")
    },
    AuditPlant(
      "over a network behind the hub whose peering is broken", .userRouteDrops, .warning, at: Lab.route("rt1", "hole")
    ) { lab in
      lab.route("rt1", "hole", "10.2.1.0/24", type: "None")
      lab.set(Lab.peering("spoke2/to-hub"), "peeringState", "Disconnected")
    },
    AuditPlant("over a site", .userRouteDrops, .note, at: Lab.route("rt1", "hole"), in: { .hubWithGateway }) { lab in
      lab.route("rt1", "hole", "192.168.7.0/24", type: "None")
    },
    AuditPlant(
      "several over a site, in one note", .userRouteDrops, .note, at: Lab.table("rt1"), in: { .hubWithGateway }
    ) { lab in
      lab.route("rt1", "hole", "192.168.7.0/24", type: "None")
      lab.route("rt1", "pit", "192.168.8.0/24", type: "None")
    },
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
