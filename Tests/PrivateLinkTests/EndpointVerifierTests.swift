import AzureResources
import Diagnosis
import Estate
import EstateFixtures
import Findings
import JSONDocument
import NameResolution
import PrivateLink
import SnapshotReading
import Testing

@Suite("Verification of private endpoints")
struct EndpointVerifierTests {
  typealias B = EstateBuilder

  private static let zone = B.id("privateDnsZones", "privatelink.vaultcore.azure.net")
  private static let vault = B.id("Microsoft.KeyVault/vaults", "kv1")
  private static let pe = B.endpoint("pe")

  /// Two peered networks; `pe` in `right` stands for vault `kv1`, its zone is linked to both.
  private static var lab: EstateBuilder {
    var lab = EstateBuilder.pair
    lab.endpoint("pe", in: "right/other", "10.2.2.20")
    let nic = B.id("networkInterfaces", "pe.nic")
    lab.set(pe, "networkInterfaces", [["id": .string(nic)]])
    lab.set(pe, "provisioningState", "Succeeded")
    connect(&lab, "Approved")
    let properties: JSONValue = [
      "privateIPAddress": "10.2.2.20", "subnet": ["id": .string(B.subnet("right/other"))],
      "privateLinkConnectionProperties": ["groupId": "vault", "fqdns": ["kv1.vault.azure.net"]],
    ]
    lab.add(
      nic,
      JSONObject([
        ("privateEndpoint", ["id": .string(pe)]), ("ipConfigurations", [["name": "ip", "properties": properties]]),
      ]))
    let known: JSONValue = [
      "privateEndpoint": ["id": .string(pe)], "privateLinkServiceConnectionState": ["status": "Approved"],
    ]
    lab.add(
      vault,
      JSONObject([
        ("publicNetworkAccess", "Disabled"),
        (
          "privateEndpointConnections",
          [["id": .string("\(vault)/privateEndpointConnections/pe"), "properties": known]]
        ),
      ]))
    lab.add(zone, JSONObject())
    for network in ["left", "right"] {
      lab.add(
        "\(zone)/virtualNetworkLinks/\(network)",
        JSONObject([("virtualNetwork", ["id": .string(B.network(network))]), ("registrationEnabled", false)]))
    }
    lab.add("\(zone)/A/kv1", JSONObject([("aRecords", [["ipv4Address": "10.2.2.20"]])]))
    group(&lab, zone, ["kv1"])
    return lab
  }

  private static func connect(_ lab: inout EstateBuilder, _ status: String, manual: Bool = false) {
    let connection: JSONValue = [
      "name": "pe",
      "properties": [
        "privateLinkServiceId": .string(vault), "groupIds": ["vault"],
        "privateLinkServiceConnectionState": ["status": .string(status)],
      ],
    ]
    lab.set(pe, "privateLinkServiceConnections", manual ? [] : [connection])
    lab.set(pe, "manualPrivateLinkServiceConnections", manual ? [connection] : [])
  }

  private static func group(_ lab: inout EstateBuilder, _ zone: String, _ records: [String]) {
    let sets = records.map { JSONValue.object(JSONObject([("recordSetName", .string($0))])) }
    lab.add(
      "\(pe)/privateDnsZoneGroups/default",
      JSONObject([
        (
          "privateDnsZoneConfigs",
          [["name": "z", "properties": ["privateDnsZoneId": .string(zone), "recordSets": .array(sets)]]]
        )
      ]))
  }

  private static func verify(_ lab: EstateBuilder, from askers: [EndpointVerifier.Asker]? = nil) throws -> Verification
  {
    var verifier = EndpointVerifier(try lab.estate())
    let id = try #require(ResourceID(pe))
    let found = verifier.verify(id, from: askers)
    return try #require(found)
  }

  private static func statuses(_ verification: Verification, _ code: CheckCode) -> [Check.Status] {
    verification.checks.filter { $0.code == code }.map(\.status)
  }

  @Test("A sound endpoint is healthy for every network that could ask, in the guide's order")
  func healthy() throws {
    let found = try Self.verify(Self.lab)
    #expect(found.verdict == .healthy)
    let codes = found.checks.map(\.code)
    var order: [CheckCode] = []
    for code in codes where !order.contains(code) { order.append(code) }
    #expect(
      order == [
        .endpointNotApproved, .endpointNotProvisioned, .endpointUnknownToTarget, .endpointNetwork, .endpointDataFlow,
        .endpointNames, .endpointZone, .endpointZoneGroup, .nameResolved, .endpointReached, .endpointTargetOpen,
      ])
    #expect(Self.statuses(found, .endpointReached) == [.pass, .pass])
  }

  @Test("A state other than Approved is the cause, whichever list holds the connection", arguments: [true, false])
  func states(manual: Bool) throws {
    for status in ["Pending", "Rejected", "Disconnected"] {
      var lab = Self.lab
      Self.connect(&lab, status, manual: manual)
      let found = try Self.verify(lab)
      #expect(found.verdict == .faulty)
      #expect(found.cause?.code == .endpointNotApproved)
      #expect(found.cause?.summary.contains(status) == true)
    }
  }

  @Test("A target that doesn't list the endpoint, and one that says otherwise")
  func target() throws {
    var lab = Self.lab
    lab.set(Self.vault, "privateEndpointConnections", [])
    #expect(try Self.verify(lab).cause?.code == .endpointUnknownToTarget)
    lab = Self.lab
    lab.remove(Self.vault)
    #expect(Self.statuses(try Self.verify(lab), .endpointUnknownToTarget) == [.skipped])
  }

  @Test("The network is compared with the one that an Azure Migrate project expects")
  func network() throws {
    var lab = Self.lab
    let solution = "\(B.id("Microsoft.Migrate/migrateProjects", "project"))/solutions/discovery"
    func expect(_ subnet: String) {
      let text = #"{"subnetId": "\#(B.subnet(subnet))", "virtualNetworkLocation": "westeurope"}"#
      lab.add(
        solution,
        JSONObject([("details", ["extendedDetails": ["privateEndpointDetails": .string(text)]])]))
    }
    expect("right/app")
    #expect(Self.statuses(try Self.verify(lab), .endpointNetwork) == [.pass])
    expect("left/app")
    #expect(try Self.verify(lab).cause?.code == .endpointNetwork)
  }

  @Test(
    "Recorded metrics tell whether data flows",
    arguments: [(5, 7, Check.Status.pass), (5, 0, .warning), (0, 0, .warning)])
  func dataFlow(bytesIn: Int64, bytesOut: Int64, status: Check.Status) throws {
    var lab = Self.lab
    func metric(_ name: String, _ total: Int64) -> JSONValue {
      ["name": ["value": .string(name)], "timeseries": [["data": [["total": .integer(total)], ["total": 0]]]]]
    }
    lab.observe(
      Self.pe, "providers/Microsoft.Insights/metrics",
      ["timespan": "10:00/11:00", "value": [metric("PEBytesIn", bytesIn), metric("PEBytesOut", bytesOut)]])
    #expect(Self.statuses(try Self.verify(lab), .endpointDataFlow) == [status])
  }

  @Test("Zones of one name, links that register, and groups that keep nothing are warnings")
  func zones() throws {
    var lab = Self.lab
    lab.set("\(Self.zone)/virtualNetworkLinks/left", "registrationEnabled", true)
    #expect(Self.statuses(try Self.verify(lab), .endpointZone) == [.pass, .warning])
    lab = Self.lab
    let other = Self.zone.replacing("/resourceGroups/lab/", with: "/resourceGroups/other/")
    lab.add(other, JSONObject())
    #expect(Self.statuses(try Self.verify(lab), .endpointZone) == [.warning, .pass, .warning])
    lab = Self.lab
    Self.group(&lab, B.id("privateDnsZones", "vault.contoso.com"), [])
    #expect(Self.statuses(try Self.verify(lab), .endpointZoneGroup) == [.warning])
    lab.remove("\(Self.pe)/privateDnsZoneGroups/default")
    #expect(Self.statuses(try Self.verify(lab), .endpointZoneGroup) == [.skipped])
  }

  @Test("A fault of one network's names or way is told with the asker, its remedy proved")
  func askers() throws {
    var lab = Self.lab
    lab.remove("\(Self.zone)/virtualNetworkLinks/left")
    let found = try Self.verify(lab)
    #expect(found.cause?.code == .zoneNotLinked)
    #expect(found.cause?.summary.hasPrefix("from vm1 in left: ") == true)
    #expect(found.cause?.remedy.proof == .works)
    let machine = EndpointReference.resource(try #require(ResourceID(B.machine("vm2"))))
    #expect(try Self.verify(lab, from: [EndpointVerifier.Asker("vm2", machine)]).verdict == .healthy)
    lab = Self.lab
    lab.table("rt", of: ["left/app"])
    lab.route("rt", "drop", "10.2.2.20/32", type: "None")
    #expect(try Self.verify(lab).cause?.code == .userRouteDrops)
  }

  @Test("A service that is open to the public besides is a warning")
  func open() throws {
    var lab = Self.lab
    lab.set(Self.vault, "publicNetworkAccess", "Enabled")
    let found = try Self.verify(lab)
    #expect(found.verdict == .healthy)
    #expect(Self.statuses(found, .endpointTargetOpen) == [.warning])
  }

  /// A snapshot from the cloud, with what a probe elsewhere saved.
  private static func verify(probed observation: String) throws -> Verification {
    let text = lab.text.replacing(#""observations": []"#, with: #""observations": [\#(observation)]"#)
    var verifier = EndpointVerifier(try SnapshotReader.read(text: text))
    let id = try #require(ResourceID(pe))
    let found = verifier.verify(id)
    return try #require(found)
  }

  @Test(
    "What probes saw counts beside the configuration",
    arguments: [
      ("10.2.2.20", "open", nil), ("20.50.1.2", "open", .probedNameWrong), ("10.2.2.20", "timeout", .probedPortClosed),
    ] as [(String, String, CheckCode?)])
  func probes(address: String, outcome: String, code: CheckCode?) throws {
    let found = try Self.verify(
      probed: """
        {"method": "PROBE", "path": "/probes/dns/kv1.vault.azure.net", "body": {"from": "appliance-1"},
         "response": {"name": "KV1.vault.azure.net", "type": "A", "server": "10.0.0.4", "outcome": "answered",
          "chain": [], "addresses": ["\(address)"]}, "observedAt": "2026-11-21T12:00:00Z"},
        {"method": "PROBE", "path": "/probes/dns/kv1.vault.azure.net", "body": {"from": "appliance-1"},
         "response": {"name": "kv1.vault.azure.net", "type": "A", "server": "10.0.0.4", "outcome": "timeout",
          "chain": [], "addresses": []}, "observedAt": "2026-11-20T12:00:00Z"},
        {"method": "PROBE", "path": "/probes/tcp/kv1.vault.azure.net:443", "body": {"from": "appliance-1"},
         "response": {"host": "kv1.vault.azure.net", "port": 443, "address": "10.2.2.20", "outcome": "\(outcome)"},
         "observedAt": "2026-11-21T12:00:00Z"}
        """)
    #expect(found.cause?.code == code)
    let seen = found.checks.filter { [.probedNameWrong, .probedPortClosed].contains($0.code) }
    #expect(seen.map(\.code) == [.probedNameWrong, .probedPortClosed])
    #expect(seen.allSatisfy { $0.summary.contains("appliance-1") })
  }

  @Test("Without probes nothing is said of them")
  func noProbes() throws {
    let found = try Self.verify(probed: "")
    #expect(!found.checks.contains { [.probedNameWrong, .probedPortClosed].contains($0.code) })
  }
}
