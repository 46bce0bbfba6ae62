import AzureResources
import EstateFixtures
import Findings
import JSONDocument
import PathAnalysis
import Testing

@testable import Diagnosis

@Suite("Faults of names and private endpoints")
struct NameFaultTests {
  typealias B = EstateBuilder

  private static let zone = B.zone(B.sqlZone)
  private static let other = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/other"
  private static let dns = B.machine("dns")
  private static let ruleset = B.id("dnsForwardingRulesets", "rules")

  private static func server(_ rest: String) -> String { #"{"servers": [{"resource": "dns", \#(rest)}]}"# }

  /// - Source: the reference's list of faults, part D.
  static let faults: [NameFault] = [
    NameFault("D1", from: "vm3", .networkAsksOthers, at: B.network("spoke3")) { lab in
      lab.set(B.network("spoke3"), "dhcpOptions", nil)
      lab.set(B.network("hub"), "dhcpOptions", ["dnsServers": ["10.0.1.53"]])
    },
    NameFault("D2", .zoneNotLinked, at: zone) { $0.unlinkZone(B.sqlZone, from: "spoke1") },
    NameFault("D2 server's network", from: "vm3", .zoneNotLinked, at: zone) { $0.unlinkZone(B.sqlZone, from: "hub") },
    NameFault("D3", .zoneNotLinked, at: zone) { lab in
      for network in ["hub", "spoke1", "spoke2"] { lab.unlinkZone(B.sqlZone, from: network) }
    },
    NameFault(
      "D3 in progress", .zoneLinkPending, at: "\(zone)/virtualNetworkLinks/spoke1", repairable: false
    ) { $0.set("\(zone)/virtualNetworkLinks/spoke1", "virtualNetworkLinkState", "InProgress") },
    NameFault("D3 no zone", .zoneMissing, at: B.endpoint("pe-sql")) { lab in
      for network in ["hub", "spoke1", "spoke2"] { lab.unlinkZone(B.sqlZone, from: network) }
      for part in ["/A/sql1", "/SOA/@", ""] { lab.remove(zone + part) }
      lab.remove("\(B.endpoint("pe-sql"))/privateDnsZoneGroups/default")
    },
    NameFault("D4", .zoneRecordMissing, at: zone) { $0.remove("\(zone)/A/sql1") },
    NameFault("D4 redirected", .zoneRecordMissing, at: zone) { lab in
      lab.remove("\(zone)/A/sql1")
      lab.set("\(zone)/virtualNetworkLinks/spoke1", "resolutionPolicy", "NxDomainRedirect")
    },
    NameFault("D5", .zoneRecordStale, at: zone) { $0.addRecord(B.sqlZone, "sql1", "10.2.4.99") },
    NameFault("D6", .zoneNameWrong, at: "\(B.endpoint("pe-sql"))/privateDnsZoneGroups/default") { lab in
      for network in ["hub", "spoke1", "spoke2"] { lab.unlinkZone(B.sqlZone, from: network) }
      for part in ["/A/sql1", "/SOA/@", ""] { lab.remove(zone + part) }
      lab.addZone("sql.contoso.com", linkedTo: ["hub", "spoke1"])
      lab.zoneGroup("pe-sql", B.zone("sql.contoso.com"), [], "10.2.4.5")
    },
    NameFault(
      "D7 private zone alone", from: "vm3", .forwarderWrong, at: dns, repairable: false,
      declared: server(#""forwarders": [{"zone": "\#(B.sqlZone)", "to": ["168.63.129.16"]}], "default": "internet""#)
    ) { _ in },
    NameFault(
      "D7 public resolver", from: "vm3", .forwarderWrong, at: dns, repairable: false,
      declared: server(#""default": ["8.8.8.8"]"#)
    ) { _ in },
    NameFault("D7 network", .forwarderWrong, at: B.network("spoke1")) {
      $0.set(B.network("spoke1"), "dhcpOptions", ["dnsServers": ["8.8.8.8"]])
    },
    NameFault("D7 rule", .forwarderWrong, at: "\(ruleset)/forwardingRules/sql") { lab in
      lab.unlinkZone(B.sqlZone, from: "spoke1")
      lab.addRuleset(linkedTo: ["spoke1"], "database.windows.net.", to: "8.8.8.8")
    },
    NameFault(
      "D8", from: "vm3", .nameServerSilent, at: dns, repairable: false,
      declared: server(#""listensOn": ["127.0.0.1"], "default": ["168.63.129.16"]"#)
    ) { _ in },
    NameFault("D8 stopped", from: "vm3", .nameServerSilent, at: dns) { $0.power("dns", "deallocated") },
    NameFault("D8 nobody", from: "vm1", .nameServerSilent, at: B.subnet("hub/app")) {
      $0.set(B.network("spoke1"), "dhcpOptions", ["dnsServers": ["10.0.1.99"]])
    },
    NameFault("D9", .rulesetNotLinked, at: ruleset) { lab in
      lab.unlinkZone(B.sqlZone, from: "spoke1")
      lab.addRuleset(linkedTo: ["spoke2"], "database.windows.net.", to: "10.0.2.4")
    },
    NameFault("D10", .zoneSplit, at: B.zone(B.sqlZone, in: other)) { lab in
      lab.unlinkZone(B.sqlZone, from: "spoke1")
      lab.addZone(B.sqlZone, in: other, linkedTo: ["spoke1"])
    },
    NameFault("D11 pending", .endpointNotApproved, at: B.endpoint("pe-sql")) {
      $0.connect("pe-sql", to: B.sql, "sqlServer", "Pending")
    },
    NameFault("D11 rejected", .endpointNotApproved, at: B.endpoint("pe-sql"), repairable: false) {
      $0.connect("pe-sql", to: B.sql, "sqlServer", "Rejected")
    },
    NameFault("D11 disconnected", .endpointNotApproved, at: B.endpoint("pe-sql"), repairable: false) {
      $0.connect("pe-sql", to: B.sql, "sqlServer", "Disconnected")
    },
    NameFault("D12", from: "internet", .publicAnswer, at: B.sql, repairable: false) { _ in },
    NameFault(
      "D13", to: "shopdata.dfs.core.windows.net", .subResourceDiffers, at: B.endpoint("pe-blob"), repairable: false
    ) { _ in },
    NameFault(
      "D14", .hostsFileOverrides, at: B.machine("vm1"), repairable: false,
      declared: #"{"hosts": [{"resource": "vm1", "address": "10.2.4.77", "names": ["\#(B.sqlName)"]}]}"#
    ) { _ in },
    NameFault("D15", from: "admin", .asymmetricReturn, at: B.route("rt", "to-sql")) { lab in
      lab.table("rt", of: ["hub/app"])
      lab.route("rt", "to-sql", "10.2.4.5/32", via: "10.0.3.4")
    },
  ]

  @Test(
    "The sound design gives every machine the endpoint's address, and connects it",
    arguments: ["vm1", "vm2", "vm3", "admin"])
  func sound(machine: String) throws {
    let found = try NameFault("", from: machine, .nameResolved, at: nil) { _ in }.diagnose(.namedEndpoint)
    #expect(found.verdict == .reachable)
    #expect(found.cause == nil)
    #expect(found.forward.hops.last?.kind == .privateEndpoint)
    #expect(found.checks.first?.code == .nameResolved)
  }

  @Test("A planted fault is the first cause, by its code and its resource", arguments: faults)
  func named(fault: NameFault) throws {
    let found = try fault.diagnose(fault.planted)
    #expect(found.verdict == .blocked)
    #expect(found.cause?.code == fault.code, "\(found.cause?.summary ?? "no cause")")
    #expect(found.cause?.resource?.text.lowercased() == fault.resource?.lowercased(), "\(found.cause?.summary ?? "")")
  }

  @Test("A remedied estate resolves privately and connects", arguments: faults.filter(\.isRepairable))
  func repaired(fault: NameFault) throws {
    let found = try fault.diagnose(fault.planted)
    #expect(found.cause?.remedy.proof == .works, "\(found.cause?.remedy.commands ?? [])")
    #expect(found.repair?.verdict == .reachable)
    #expect(found.cause?.remedy.commands.allSatisfy { $0.hasPrefix("az ") && !$0.contains("<") } == true)
  }

  @Test(
    "What no configuration of Azure repairs says what to do, and who", arguments: faults.filter { !$0.isRepairable })
  func told(fault: NameFault) throws {
    let cause = try #require(try fault.diagnose(fault.planted).cause)
    #expect(cause.remedy.changes.isEmpty)
    #expect(!cause.remedy.summary.isEmpty)
  }

  @Test("An asker in a spoke of its own gets its answers back through the appliance")
  func othersWork() throws {
    let fault = NameFault("", from: "vm1", .nameResolved, at: nil) { lab in
      lab.remove(B.peering("spoke1/to-spoke2"))
      lab.remove(B.peering("spoke2/to-spoke1"))
      lab.table("rt", of: ["spoke1/app"])
      lab.route("rt", "to-sql", "10.2.4.0/24", via: "10.0.3.4")
    }
    let found = try fault.diagnose(fault.planted)
    #expect(found.verdict == .reachable)
    #expect(found.checks.contains { $0.code == .asymmetricReturn && $0.status == .warning })
  }

  @Test("A service that is open to the public is reached, with a warning that it is by its public address")
  func open() throws {
    let fault = NameFault("", .zoneNotLinked, at: Self.zone) { lab in
      lab.unlinkZone(B.sqlZone, from: "spoke1")
      lab.set(B.sql, "publicNetworkAccess", "Enabled")
    }
    let found = try fault.diagnose(fault.planted)
    #expect(found.cause?.code.layer != .dns)
    #expect(found.checks.contains { $0.code == .zoneNotLinked && $0.status == .warning })
  }
}
