import Findings
import Testing

@testable import Auditing

@Suite(
  "The faults planted in generated tenants", .enabled(if: GeneratedTenant.isAvailable, GeneratedTenant.absence),
  .serialized)
struct TenantTruthTests {
  /// The check that finds each kind of the generator's faults.
  static let codes: [String: CheckCode] = [
    "asymmetric-missing-udr": .routeMissing, "udr-nexthop-missing": .nextHopUnowned,
    "nsg-shadowed-allow": .ruleNeverMatches, "onprem-overlap": .overlappingAddressSpaces,
    "peering-one-way": .peeringNotConnected, "use-remote-gw-no-transit": .noGatewayTransit,
    "internet-exposed-rdp": .managementPortOpen, "bgp-propagation-disabled": .propagationDisabled,
    "lb-probe-denied": .probeDenied, "empty-asg": .ruleWithoutMembers, "blackhole-udr": .userRouteDrops,
    "nsg-any-any": .everythingAllowed, "nva-ip-forwarding-off": .applianceNotForwarding, "routing-loop": .routingLoop,
  ]

  @Test(
    "Every planted fault is found at its resource, as more than a note",
    arguments: [("S", 1), ("S", 2), ("S", 3), ("S", 7), ("S", 11), ("M", 1), ("M", 5)])
  func found(size: String, seed: Int) async throws {
    let tenant = try GeneratedTenant(size: size, seed: seed)
    #expect(tenant.faults.count == (size == "S" ? 12 : 13))
    let findings = await Auditor(tenant.estate).findings()
    for fault in tenant.faults {
      #expect(
        findings.contains {
          $0.resource == fault.resource && $0.code == Self.codes[fault.kind] && $0.severity > .note
        }, "\(size) \(seed): \(fault.kind) at \(fault.resource)")
    }
  }

  @Test("Tenants of unusual shape too", arguments: [1, 2, 3])
  func shapes(seed: Int) async throws {
    let tenant = try GeneratedTenant(
      size: "S", seed: seed, others: "--hubs 4 --spokes 5 --subnets 2 --nics 3 --udrs 12 --rules 20 --bgp 60 --pes 8")
    let findings = await Auditor(tenant.estate).findings()
    #expect(tenant.faults.contains { $0.kind == "routing-loop" })
    for fault in tenant.faults {
      #expect(
        findings.contains { $0.resource == fault.resource && $0.code == Self.codes[fault.kind] },
        "\(seed): \(fault.kind) at \(fault.resource)")
    }
  }

  @Test("A tenant without faults has no error", arguments: [("S", 1), ("S", 2), ("S", 3), ("M", 1), ("M", 5)])
  func clean(size: String, seed: Int) async throws {
    let tenant = try GeneratedTenant(size: size, seed: seed, clean: true)
    #expect(tenant.faults.isEmpty)
    let errors = await Auditor(tenant.estate).findings().filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(size) \(seed): \(errors.map(\.summary))")
  }

  @Test("Findings are the same each time, whatever runs first")
  func stable() async throws {
    let tenant = try GeneratedTenant(size: "S", seed: 4)
    let first = await Auditor(tenant.estate).findings()
    for _ in 0..<5 { #expect(await Auditor(tenant.estate).findings() == first) }
  }
}
