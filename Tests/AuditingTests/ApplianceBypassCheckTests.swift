import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Appliances that are bypassed")
struct ApplianceBypassCheckTests {
  static let plants = [
    AuditPlant("a summary on GatewaySubnet", .applianceBypassed, .warning, at: Lab.table("rt-gw")) { lab in
      lab.table("rt-gw", of: ["hub/GatewaySubnet"])
      lab.route("rt-gw", "spokes", "10.0.0.0/8", via: "10.0.2.4")
    },
    AuditPlant("a summary beside a direct peering", .applianceBypassed, .note, at: Lab.table("rt1")) { lab in
      lab.peer("spoke1", "spoke2")
      lab.route("rt1", "to-spoke2", "10.2.0.0/15", via: "10.0.2.4")
    },
    AuditPlant(
      "a route for endpoints whose subnet has no policies", .applianceBypassed, .warning, at: Lab.subnet("hub/app")
    ) { lab in
      lab.endpoint("pe", in: "hub/app", "10.0.1.20")
      lab.route("rt1", "to-endpoints", "10.0.1.0/24", via: "10.0.2.4")
    },
    AuditPlant(
      "a route for a network that has endpoints too", .applianceBypassed, .note, at: Lab.subnet("hub/app")
    ) { lab in
      lab.endpoint("pe", in: "hub/app", "10.0.1.20")
      lab.route("rt1", "to-hub", "10.0.0.0/16", via: "10.0.2.4")
    },
  ]

  /// Routes that the endpoint at 10.0.1.20 takes nothing from, with the policies of its subnet.
  ///
  /// Source: routing semantics B-053 and B-054.
  static let fitting: [(policies: String, prefix: String)] = [
    ("Enabled", "10.0.1.0/24"), ("RouteTableEnabled", "10.0.0.0/16"), ("Disabled", "10.0.1.20/32"),
    ("Disabled", "10.0.1.64/26"), ("Disabled", "10.0.0.0/8"), ("Disabled", "0.0.0.0/0"),
  ]

  @Test("An endpoint bypasses no route that covers it as Azure asks, and none that loses anyhow", arguments: fitting)
  func endpointFits(policies: String, prefix: String) async throws {
    var lab = Lab.hubAndSpokes
    lab.endpoint("pe", in: "hub/app", "10.0.1.20")
    lab.set(Lab.subnet("hub/app"), "privateEndpointNetworkPolicies", .string(policies))
    lab.route("rt1", "to-endpoints", prefix, via: "10.0.2.4")
    let found = await Auditor(try lab.estate()).findings(codes: [.applianceBypassed])
    #expect(found.isEmpty, "\(found.map(\.summary))")
  }

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
