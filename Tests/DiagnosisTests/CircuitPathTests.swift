import AzureResources
import Diagnosis
import EstateFixtures
import Findings
import JSONDocument
import Testing

@Suite("Paths over ExpressRoute")
struct CircuitPathTests {
  private typealias Lab = EstateBuilder

  private static let peering = EstateBuilder.circuitPeering("er")

  private static func diagnose(
    _ source: String = "vm1", _ destination: String = "192.168.1.1", _ change: (inout EstateBuilder) -> Void
  ) throws -> Diagnosis {
    var lab = EstateBuilder.hubWithCircuit
    change(&lab)
    return try Plant.diagnose(lab, source, destination)
  }

  /// A link that the provider hasn't connected: nobody answers, and nothing is announced on it.
  private static func cut(_ lab: inout EstateBuilder, _ path: String, _ edge: String) {
    lab.arp(peering, path, [("On-Prem", edge, "Incomplete")])
    lab.summary(
      peering, path,
      [("10.0.255.12", 65515, "4d05h", "3"), ("10.0.255.13", 65515, "4d05h", "3"), (edge, 64512, "never", "Idle")])
    lab.circuitRoutes(
      peering, path, ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16"].map { ($0, "10.0.255.12", "65515") })
  }

  @Test("Over a healthy circuit a spoke reaches on-premises, and the circuit is said to carry it")
  func healthy() throws {
    let diagnosis = try Self.diagnose { _ in }
    #expect(diagnosis.verdict == .reachable)
    #expect(diagnosis.checks.contains { $0.code == .pathRedundancy && $0.status == .pass })
    #expect(!diagnosis.checks.contains { $0.status == .warning && $0.code.rawValue.hasPrefix("AZR3") })
  }

  @Test("With one path down traffic passes, and the fault is a warning that names who acts")
  func onePath() throws {
    let diagnosis = try Self.diagnose { Self.cut(&$0, "secondary", "172.16.0.5") }
    #expect(diagnosis.verdict == .reachable)
    let warning = try #require(diagnosis.checks.first { $0.code == .arpTable })
    #expect(warning.status == .warning && warning.party == .provider)
    #expect(warning.summary.contains("the provider has not provisioned the secondary link"))
  }

  @Test("A prefix that only the broken path brought ends at the broken path, not at the gateway")
  func onBrokenPath() throws {
    let diagnosis = try Self.diagnose("vm1", "172.20.1.1") { lab in
      lab.healthyPath(Self.peering, "primary", "172.16.0.1", prefixes: ["192.168.0.0/16"])
      Self.cut(&lab, "secondary", "172.16.0.5")
      lab.learnFromCircuit(["192.168.0.0/16"])
    }
    #expect(diagnosis.verdict == .blocked)
    let cause = try #require(diagnosis.cause)
    #expect(cause.code == .arpTable && cause.party == .provider)
    #expect(cause.summary.contains("the provider has not provisioned the secondary link"))
    // What the gateway lacks follows from it and stays in the list.
    #expect(diagnosis.checks.contains { $0.code == .prefixNotLearned && $0.status == .fail })
  }

  @Test(
    "Faults that take the whole circuit are the cause, whether or not the gateway still shows what it learned",
    arguments: [true, false])
  func wholeCircuit(_ isLearned: Bool) throws {
    let diagnosis = try Self.diagnose { lab in
      lab.set(Lab.circuit("er"), "serviceProviderProvisioningState", "NotProvisioned")
      if !isLearned { lab.learnFromCircuit([]) }
    }
    #expect(diagnosis.verdict == .blocked)
    #expect(diagnosis.cause?.code == .providerStatus)
    #expect(diagnosis.cause?.party == .provider)
  }

  @Test("Both sessions down stop the connection at the first")
  func bothDown() throws {
    let diagnosis = try Self.diagnose { lab in
      for (path, edge) in [("primary", "172.16.0.1"), ("secondary", "172.16.0.5")] {
        lab.summary(Self.peering, path, [(edge, 64512, "never", "Active")])
        lab.circuitRoutes(Self.peering, path, [])
      }
      lab.learnFromCircuit([])
    }
    #expect(diagnosis.cause?.code == .bgpSession)
    #expect(diagnosis.cause?.summary.contains("primary path") == true)
  }

  @Test("A prefix that on-premises announces nowhere is no fault of the circuit (G4)")
  func notAnnounced() throws {
    let diagnosis = try Self.diagnose("vm1", "172.30.1.1") { _ in }
    #expect(diagnosis.cause?.code == .prefixNotLearned)
  }

  @Test("An earlier fault on the path stays the cause, the circuit's is listed behind it")
  func severalFaults() throws {
    let diagnosis = try Self.diagnose { lab in
      lab.securityGroup("nsg", subnets: ["spoke1/app"])
      lab.rule("nsg", "deny", 100, "Outbound", "Deny")
      lab.set(Lab.circuit("er"), "circuitProvisioningState", "Disabled")
    }
    #expect(diagnosis.cause?.code == .ruleDenies)
    #expect(diagnosis.checks.contains { $0.code == .circuitStatus && $0.status == .fail })
  }

  @Test("From on-premises the same circuit is asked")
  func fromOnPremises() throws {
    let diagnosis = try Self.diagnose("192.168.1.1", "vm1") { lab in
      lab.set(Lab.connection("to-er"), "connectionStatus", "NotConnected")
    }
    #expect(diagnosis.verdict == .blocked)
    #expect([.circuitConnection, .connectionNotConnected].contains(diagnosis.cause?.code))
  }

  @Test("A second circuit that works carries what the first one can't")
  func secondCircuit() throws {
    let diagnosis = try Self.diagnose { lab in
      lab.set(Lab.circuit("er"), "serviceProviderProvisioningState", "NotProvisioned")
      lab.circuit("er2")
      lab.circuitPeering("er2")
      lab.connection("to-er2", "ergw", circuit: "er2")
      lab.healthyPath(Lab.circuitPeering("er2"), "primary", "172.16.0.1")
      lab.healthyPath(Lab.circuitPeering("er2"), "secondary", "172.16.0.5")
    }
    #expect(diagnosis.verdict == .reachable, "\(diagnosis.cause?.summary ?? "")")
  }

  @Test("A path that doesn't touch a circuit says nothing about one")
  func elsewhere() throws {
    let diagnosis = try Self.diagnose("vm1", "vm2") { lab in
      lab.set(Lab.circuit("er"), "serviceProviderProvisioningState", "NotProvisioned")
    }
    #expect(diagnosis.verdict == .reachable)
    #expect(!diagnosis.checks.contains { $0.code == .providerStatus })
  }
}
