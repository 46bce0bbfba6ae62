import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Routing loops")
struct RoutingLoopCheckTests {
  static let plants = [
    AuditPlant("an appliance that sends to itself", .routingLoop, .error, at: Lab.table("rt-nva")) { lab in
      lab.table("rt-nva", of: ["hub/nva"])
      lab.route("rt-nva", "all", "0.0.0.0/0", via: "10.0.2.4")
    },
    AuditPlant("two appliances that point at each other", .routingLoop, .error, at: Lab.table("rt-a")) { lab in
      lab.table("rt-a", of: ["hub/nva"])
      lab.route("rt-a", "on", "10.9.0.0/16", via: "10.0.1.10")
      lab.set(Lab.nic("admin"), "enableIPForwarding", true)
      lab.table("rt-b", of: ["hub/app"])
      lab.route("rt-b", "back", "10.9.0.0/16", via: "10.0.2.4")
    },
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
