import CircuitVerification
import EstateFixtures
import Findings
import HybridConnectivity
import JSONDocument
import Testing

@Suite("Tables that don't belong together")
struct MixedTableTests {
  private static func unknown(_ lab: EstateBuilder, _ code: CheckCode) throws -> [Check] {
    let result = try CircuitLab.verify(lab)
    #expect(result.verification.verdict == .indeterminate, "\(result.verification.cause?.summary ?? "")")
    return result.verification.checks.filter { $0.code == code && $0.status == .unknown }
  }

  @Test("An ARP table of another circuit is refused, not read")
  func foreignARP() throws {
    let found = try Self.unknown(
      CircuitLab.after { $0.arp(CircuitLab.peering, "primary", [("On-Prem", "192.168.1.1", "02cf.2b02.c22b")]) },
      .arpTable)
    #expect(found.count == 1)
    #expect(found.first?.summary.contains("another circuit's table") == true)
  }

  @Test("A table with the other path's addresses is refused: they are swapped")
  func swapped() throws {
    let lab = CircuitLab.after { lab in
      lab.arp(CircuitLab.peering, "primary", [("On-Prem", "172.16.0.5", "02cf.2b02.c22b")])
      lab.arp(CircuitLab.peering, "secondary", [("On-Prem", "172.16.0.1", "02cf.2b02.c22c")])
    }
    let found = try Self.unknown(lab, .arpTable)
    #expect(found.count == 2 && found.allSatisfy { $0.summary.contains("the two tables are swapped") })
  }

  @Test("A summary of another circuit is refused, and so is a route table")
  func foreignBGP() throws {
    let lab = CircuitLab.after { lab in
      lab.summary(
        CircuitLab.peering, "primary", [("10.0.255.12", 65515, "1d00h", "3"), ("192.168.1.1", 65001, "1d00h", "7")])
      lab.circuitRoutes(CircuitLab.peering, "secondary", [("192.168.0.0/16", "192.168.1.5", "64512")])
    }
    #expect(try Self.unknown(lab, .bgpSession).first?.summary.contains("192.168.1.1") == true)
    #expect(try Self.unknown(lab, .oneSidedPrefixes).first?.summary.contains("192.168.1.5") == true)
  }

  @Test(
    "A table that is years older than the rest isn't held against it, and both are said",
    arguments: [("2019-11-20T10:00:00Z", "7 years"), ("2026-11-18T09:00:00Z", "2 days")])
  func outdated(_ time: String, _ age: String) throws {
    let lab = CircuitLab.after { lab in
      lab.answer(
        CircuitLab.peering, "arpTables/secondary",
        ["value": [["age": 0, "interface": "On-Prem", "ipAddress": "172.16.0.5", "macAddress": "Incomplete"]]], at: time
      )
    }
    let found = try Self.unknown(lab, .arpTable)
    #expect(found.count == 1 && found.first?.summary.contains(age) == true, "\(found.map(\.summary))")
    let apart = try CircuitLab.verify(lab).verification.checks.filter { $0.code == .circuitObservationsApart }
    #expect(apart.map(\.status) == [.warning] && apart.first?.summary.contains(age) == true)
  }

  @Test("Tables of one walk are used together, however they lie in the snapshot")
  func together() throws {
    let lab = CircuitLab.after { lab in
      lab.arp(CircuitLab.peering, "primary", [("On-Prem", "172.16.0.1", "02cf.2b02.c22b")])
      lab.answer(
        CircuitLab.peering, "arpTables/secondary",
        ["value": [["age": 0, "interface": "On-Prem", "ipAddress": "172.16.0.5", "macAddress": "02cf.2b02.c22c"]]],
        at: "2026-11-20T07:00:00Z")
    }
    let result = try CircuitLab.verify(lab)
    #expect(result.verification.verdict == .healthy)
    #expect(result.verification.checks.contains { $0.summary.contains("within 3 hours") })
  }

  @Test("An earlier moment leaves later tables out")
  func moment() throws {
    let lab = CircuitLab.after { lab in
      lab.record(
        CircuitLab.peering, "arpTables/primary",
        ["value": [["age": 0, "interface": "On-Prem", "ipAddress": "172.16.0.1", "macAddress": "Incomplete"]]],
        at: "2026-11-20T11:00:00Z")
    }
    #expect(try CircuitLab.verify(lab).verification.verdict == .faulty)
    let earlier = try CircuitLab.verify(lab, asOf: Timestamp("2026-11-20T10:30:00Z"))
    #expect(earlier.verification.verdict == .healthy)
  }

  @Test("A refusal for want of rights is no fault of the circuit")
  func rights() throws {
    let lab = CircuitLab.after { lab in
      lab.answer(
        CircuitLab.peering, "arpTables/primary",
        ["error": ["code": "AuthorizationFailed", "message": "does not have authorization"]], status: 403)
    }
    let found = try Self.unknown(lab, .arpTable)
    #expect(found.first?.summary.contains("want of rights") == true)
    #expect(found.first?.remedy?.summary.contains("Network Contributor") == true)
  }
}
