import AzureResources
import Diagnosis
import Estate
import EstateFixtures
import Findings
import IPAddressing
import JSONDocument
import NameResolution
import PathAnalysis
import Routing
import Testing

@Suite("Destinations that are named in DNS")
struct NameResolutionTests {
  typealias B = EstateBuilder

  private static func reference(_ id: String) -> JSONValue { ["id": .string(id)] }

  /// Two peered networks, `vm1` in `left` and `vm2` at 10.2.1.10 in `right`.
  private static var lab: EstateBuilder { .pair }

  private static func diagnosis(
    _ lab: EstateBuilder, _ name: String, from source: EndpointReference? = nil
  ) throws -> Diagnosis {
    var diagnoser = Diagnoser(try lab.estate())
    let machine = EndpointReference.resource(try #require(ResourceID(B.machine("vm1"))))
    return try diagnoser.diagnose(Question(from: source ?? machine, to: .name(name), port: 443))
  }

  private static func zone(_ name: String) -> String { B.id("privateDnsZones", name) }

  private static func addZone(_ lab: inout EstateBuilder, _ name: String, linkedTo network: String?) {
    lab.add(zone(name), JSONObject())
    guard let network else { return }
    lab.add(
      "\(zone(name))/virtualNetworkLinks/\(network)",
      JSONObject([("virtualNetwork", reference(B.network(network))), ("registrationEnabled", false)]))
  }

  private static func addRecord(
    _ lab: inout EstateBuilder, _ zone: String, _ type: String, _ name: String, _ value: String
  ) {
    let properties: [(String, JSONValue)] =
      switch type {
      case "CNAME": [("cnameRecord", ["cname": .string(value)])]
      case "AAAA": [("aaaaRecords", [["ipv6Address": .string(value)]])]
      default: [("aRecords", [["ipv4Address": .string(value)]])]
      }
    lab.add("\(Self.zone(zone))/\(type)/\(name)", JSONObject(properties))
  }

  private static func steps(_ diagnosis: Diagnosis) -> [String] {
    (diagnosis.nameResolution?.records ?? []).map { "\($0.name) \($0.recordType?.rawValue ?? "") \($0.value)" }
  }

  @Test("A record of a linked private zone is the address, and the path goes there")
  func privateZone() throws {
    var lab = Self.lab
    Self.addZone(&lab, "corp.example", linkedTo: "left")
    Self.addRecord(&lab, "corp.example", "A", "shop", "10.2.1.10")
    let found = try Self.diagnosis(lab, "Shop.Corp.Example.")
    #expect(Self.steps(found) == ["shop.corp.example A 10.2.1.10"])
    #expect(found.destination.address == (try IPAddress("10.2.1.10")))
    #expect(found.forward.hops.last?.address == (try IPAddress("10.2.1.10")))
    #expect(found.nameResolution?.missing == nil)
  }

  @Test("Aliases are followed, wildcards and the zone's own name count, and the longest zone answers")
  func records() throws {
    var lab = Self.lab
    Self.addZone(&lab, "example", linkedTo: "left")
    Self.addZone(&lab, "corp.example", linkedTo: "left")
    Self.addRecord(&lab, "example", "A", "*", "10.9.9.9")
    Self.addRecord(&lab, "corp.example", "CNAME", "www", "web.corp.example.")
    Self.addRecord(&lab, "corp.example", "A", "web", "10.2.1.10")
    Self.addRecord(&lab, "corp.example", "A", "*.apps", "10.2.1.11")
    Self.addRecord(&lab, "corp.example", "A", "@", "10.2.1.12")
    #expect(
      Self.steps(try Self.diagnosis(lab, "www.corp.example")) == [
        "www.corp.example CNAME web.corp.example", "web.corp.example A 10.2.1.10",
      ])
    #expect(Self.steps(try Self.diagnosis(lab, "one.apps.corp.example")) == ["one.apps.corp.example A 10.2.1.11"])
    #expect(Self.steps(try Self.diagnosis(lab, "corp.example")) == ["corp.example A 10.2.1.12"])
    #expect(Self.steps(try Self.diagnosis(lab, "other.example")) == ["other.example A 10.9.9.9"])
  }

  @Test("A service's public name leads by its privatelink alias to the linked zone")
  func privateLink() throws {
    var lab = Self.lab
    Self.addZone(&lab, "privatelink.database.windows.net", linkedTo: "left")
    Self.addRecord(&lab, "privatelink.database.windows.net", "A", "sql1", "10.2.1.10")
    #expect(
      Self.steps(try Self.diagnosis(lab, "sql1.database.windows.net")) == [
        "sql1.database.windows.net CNAME sql1.privatelink.database.windows.net",
        "sql1.privatelink.database.windows.net A 10.2.1.10",
      ])
  }

  @Test("The name of a public address of the snapshot is known to all, from the internet too")
  func publicName() throws {
    var lab = Self.lab
    lab.publicAddress("pip", "20.0.0.9")
    lab.set(B.publicAddress("pip"), "dnsSettings", ["fqdn": "shop.westeurope.cloudapp.azure.com"])
    lab.configure("vm2", in: "right/app", "10.2.1.10", public: "pip")
    let name = "shop.westeurope.cloudapp.azure.com"
    #expect(Self.steps(try Self.diagnosis(lab, name)) == ["\(name) A 20.0.0.9"])
    #expect(try Self.diagnosis(lab, name, from: .internet).destination.address == (try IPAddress("20.0.0.9")))
  }

  @Test("A name that the snapshot doesn't hold leaves the verdict open and says what is missing")
  func unknown() throws {
    let found = try Self.diagnosis(Self.lab, "www.example.com")
    #expect(found.verdict == .indeterminate)
    #expect(found.forward.outcome == .unknown)
    #expect(found.missing.count == 1)
    #expect(found.missing[0].summary.contains("public DNS answers for www.example.com"))
    #expect(found.missing[0].command == "nslookup www.example.com")
  }

  @Test("A linked zone without the record is said; a zone that is linked elsewhere doesn't count")
  func zones() throws {
    var lab = Self.lab
    Self.addZone(&lab, "corp.example", linkedTo: "left")
    #expect(try Self.diagnosis(lab, "shop.corp.example").missing[0].resource?.name == "corp.example")
    lab = Self.lab
    Self.addZone(&lab, "corp.example", linkedTo: "right")
    Self.addRecord(&lab, "corp.example", "A", "shop", "10.2.1.10")
    let found = try Self.diagnosis(lab, "shop.corp.example")
    #expect(found.verdict == .indeterminate)
    #expect(found.missing[0].summary.contains("a link of private DNS zone corp.example in left"))
  }

  @Test("A server of one's own answers what no snapshot holds; Azure's own named as a server is Azure's")
  func customServer() throws {
    var lab = Self.lab
    Self.addZone(&lab, "corp.example", linkedTo: "left")
    Self.addRecord(&lab, "corp.example", "A", "shop", "10.2.1.10")
    lab.set(B.network("left"), "dhcpOptions", ["dnsServers": ["10.9.1.4"]])
    let found = try Self.diagnosis(lab, "shop.corp.example")
    #expect(found.verdict == .indeterminate)
    #expect(found.missing[0].summary.contains("DNS server 10.9.1.4"))
    lab.set(B.nic("vm1"), "dnsSettings", ["dnsServers": ["AzureProvidedDNS"]])
    #expect(try Self.diagnosis(lab, "shop.corp.example").nameResolution?.addresses.count == 1)
  }

  @Test("A private endpoint that bears the name is named where no zone answers")
  func endpoint() throws {
    var lab = Self.lab
    lab.endpoint("pe", in: "right/app", "10.2.1.20")
    lab.set(
      B.endpoint("pe"), "customDnsConfigs",
      [["fqdn": "Vault1.vault.azure.net", "ipAddresses": ["10.2.1.20"]]])
    let found = try Self.diagnosis(lab, "vault1.vault.azure.net")
    #expect(found.verdict == .blocked)
    #expect(found.cause?.code == .zoneMissing)
    #expect(found.cause?.code.layer == .dns)
    #expect(found.cause?.resource?.name == "pe")
  }

  @Test("Aliases that go round in circles end")
  func circle() throws {
    var lab = Self.lab
    Self.addZone(&lab, "corp.example", linkedTo: "left")
    Self.addRecord(&lab, "corp.example", "CNAME", "a", "b.corp.example")
    Self.addRecord(&lab, "corp.example", "CNAME", "b", "a.corp.example")
    let cause = try Self.diagnosis(lab, "a.corp.example").cause
    #expect(cause?.code == .nameLoop)
    #expect(cause?.summary.contains("circles") == true)
  }

  @Test("Records and links nested in their zone count")
  func nested() throws {
    var lab = Self.lab
    lab.add(
      Self.zone("corp.example"),
      JSONObject([
        (
          "virtualNetworkLinks",
          [["name": "l", "properties": ["virtualNetwork": Self.reference(B.network("left"))]]]
        ),
        (
          "recordSets",
          [
            [
              "name": "shop", "type": "Microsoft.Network/privateDnsZones/A",
              "properties": ["aRecords": [["ipv4Address": "10.2.1.10"]]],
            ]
          ]
        ),
      ]))
    #expect(try Self.diagnosis(lab, "shop.corp.example").nameResolution?.addresses.count == 1)
  }
}
