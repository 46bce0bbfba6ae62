import JSONDocument
import Testing

@testable import ARMAnswers

@Suite("connectivityCheck")
struct ConnectivityCheckTests {
  private static let remote = """
    {"id": "\(SampleEstate.network)/virtualNetworks/Spoke", "properties": {
      "addressSpace": {"addressPrefixes": ["10.1.0.0/16"]},
      "subnets": [{"name": "Apps", "properties": {"addressPrefix": "10.1.0.0/24",
        "routeTable": {"id": "\(SampleEstate.network)/routeTables/Spoke"}}}],
      "virtualNetworkPeerings": [\(peering("to-hub", "Hub"))]}},
    {"id": "\(SampleEstate.network)/virtualNetworks/Hub/virtualNetworkPeerings/to-spoke",
     "properties": {"peeringState": "Connected", "allowVirtualNetworkAccess": true,
      "remoteVirtualNetwork": {"id": "\(SampleEstate.network)/virtualNetworks/Spoke"},
      "remoteAddressSpace": {"addressPrefixes": ["10.1.0.0/16"]}}},
    {"id": "\(SampleEstate.network)/routeTables/Spoke", "properties": {"routes": [
      {"name": "nowhere", "properties": {"addressPrefix": "10.0.2.0/24", "nextHopType": "None"}},
      {"name": "lost", "properties": {"addressPrefix": "172.20.0.0/16", "nextHopType": "VirtualAppliance",
       "nextHopIpAddress": "10.1.0.99"}}]}},
    {"id": "\(SampleEstate.machine)/app", "properties": {"networkProfile": {"networkInterfaces": [
      {"id": "\(SampleEstate.network)/networkInterfaces/app-1"}]}}},
    {"id": "\(SampleEstate.network)/networkInterfaces/app-1", "properties": {"ipConfigurations": [{"name": "one",
      "properties": {"privateIPAddress": "10.1.0.4",
       "subnet": {"id": "\(SampleEstate.network)/virtualNetworks/Spoke/subnets/Apps"}}}]}}
    """

  private static func peering(_ name: String, _ network: String) -> String {
    """
    {"name": "\(name)", "properties": {"peeringState": "Connected", "allowVirtualNetworkAccess": true,
     "remoteVirtualNetwork": {"id": "\(SampleEstate.network)/virtualNetworks/\(network)"},
     "remoteAddressSpace": {"addressPrefixes": ["10.0.0.0/16"]}}}
    """
  }

  let service: ARMService

  init() throws { service = ARMService(try SampleEstate.read(adding: Self.remote)) }

  private func ask(_ destination: JSONValue, from machine: String = "app", _ application: String? = nil) -> ARMResponse
  {
    var body = JSONObject([
      ("source", ["resourceId": .string("\(SampleEstate.machine)/\(machine)")]), ("destination", destination),
    ])
    if let application { body["protocol"] = .string(application) }
    return service.post("\(SampleEstate.network)/networkWatchers/w/connectivityCheck", .object(body))
  }

  private static func words(_ answer: ARMResponse) -> [String] {
    (answer.body["hops"]?.elements ?? []).map { hop in
      let name = hop["resourceId"]?.text?.split(separator: "/").last.map(String.init)
      let issues = (hop["issues"]?.elements ?? []).map { issue in
        let context = (issue["context"]?.elements ?? []).map { "\($0["key"]?.text ?? "")=\($0["value"]?.text ?? "")" }
        return ([issue["origin"]?.text, issue["type"]?.text].compactMap { $0 } + context).joined(separator: "/")
      }
      return ([hop["type"]?.text, hop["address"]?.text, name].compactMap { $0 } + issues).joined(separator: " ")
    }
  }

  /// A destination, and the stations with their issues.
  struct Row: Sendable, CustomTestStringConvertible {
    let destination: JSONValue
    let stations: [String]
    let source: String
    var testDescription: String { stations.joined(separator: " > ") }
  }

  static let rows = [
    Row(
      destination: ["address": "10.0.0.4", "port": 22],
      stations: ["Source 10.1.0.4 app", "VirtualNetwork 10.0.0.4 web"], source: "G-007: peered"),
    Row(
      destination: ["resourceId": .string("\(SampleEstate.machine)/web"), "port": "22"],
      stations: ["Source 10.1.0.4 app", "VirtualNetwork 10.0.0.4 web"], source: "G-001"),
    Row(
      destination: ["address": "www.example.org", "port": 443],
      stations: ["Source 10.1.0.4 app", "Internet www.example.org"], source: "G-007: internet"),
    Row(
      destination: ["address": "8.8.8.8", "port": 53],
      stations: ["Source 10.1.0.4 app", "Internet 8.8.8.8"], source: "G-007: internet"),
    Row(
      destination: ["address": "192.168.7.7", "port": 22],
      stations: [
        "Source 10.1.0.4 app Local/RouteMissing Outbound/UserDefinedRoute/RouteType=Default", "Destination 192.168.7.7",
      ], source: "G-007: no route for the destination (recorded 2020-11-30)"),
    Row(
      destination: ["address": "10.0.2.4", "port": 22],
      stations: ["Source 10.1.0.4 app Outbound/UserDefinedRoute/RouteType=User", "Destination 10.0.2.4"],
      source: "G-011"),
    Row(
      destination: ["address": "172.20.0.1", "port": 22],
      stations: ["Source 10.1.0.4 app Outbound/UserDefinedRoute/RouteType=User", "Destination 172.20.0.1"],
      source: "G-011"),
    Row(
      destination: ["address": "10.0.0.77", "port": 22],
      stations: ["Source 10.1.0.4 app", "Destination 10.0.0.77"], source: "G-009: no type says that nobody is there"),
  ]

  @Test("Stations and issues are Azure's", arguments: rows)
  func stations(row: Row) {
    let answer = ask(row.destination)
    #expect(Self.words(answer) == row.stations, "\(answer.body)")
    #expect(answer.status == 200)
  }

  @Test("What stops it makes it unreachable, even where no issue has a name for it")
  func status() {
    #expect(ask(["address": "10.0.0.77", "port": 22]).body["connectionStatus"] == "Unreachable")
    #expect(ask(["address": "192.168.7.7", "port": 22]).body["connectionStatus"] == "Unreachable")
    #expect(ask(["address": "10.0.0.4"], "Icmp").body["connectionStatus"] != "Unreachable")
  }

  @Test("What the configuration lets through is reachable; a name that nobody can resolve is unknown")
  func passes() {
    #expect(ask(["address": "10.0.0.4", "port": 22]).body["connectionStatus"] == "Reachable")
    #expect(ask(["address": "www.example.org", "port": 443]).body["connectionStatus"] == "Unknown")
  }

  @Test("A rule that denies is the issue, at the end where it is, by the name that the check gives it")
  func rules() throws {
    let service = ARMService(try FilteredEstate.read())
    func ask(_ machine: String, _ destination: String, _ port: Int64) -> ARMResponse {
      service.post(
        "\(FilteredEstate.watcher)/connectivityCheck",
        [
          "source": ["resourceId": .string("\(FilteredEstate.machine)/\(machine)")],
          "destination": ["address": .string(destination), "port": .integer(port)],
        ])
    }
    let denied = "Source 10.0.0.4 web Outbound/NetworkSecurityRule/RuleName=DefaultRule_DenyAllOutBound"
    #expect(Self.words(ask("web", "10.77.0.1", 443)) == [denied, "Destination 10.77.0.1"])
    let guarded = """
      {"id": "\(SampleEstate.network)/networkSecurityGroups/closed", "properties": {"securityRules": [
        {"name": "none", "properties": {"priority": 100, "direction": "Inbound", "access": "Deny", "protocol": "*",
         "sourceAddressPrefix": "*", "sourcePortRange": "*", "destinationAddressPrefix": "*",
         "destinationPortRange": "22"}}]}},
      \(SampleEstate.interface("guarded", "Front", "10.0.0.40",
        "\"networkSecurityGroup\": {\"id\": \"\(SampleEstate.network)/networkSecurityGroups/closed\"}"))
      """
    let estate = try SampleEstate.read(adding: guarded)
    let answer = ARMService(estate).post(
      "\(SampleEstate.network)/networkWatchers/w/connectivityCheck",
      [
        "source": ["resourceId": .string("\(SampleEstate.machine)/web")],
        "destination": ["address": "10.0.0.40", "port": 22],
      ])
    #expect(
      Self.words(answer) == [
        "Source 10.0.0.4 web", "VirtualNetwork 10.0.0.40 guarded Inbound/NetworkSecurityRule/RuleName=UserRule_none",
      ])
    #expect(answer.body["connectionStatus"] == "Unreachable")
  }

  @Test("Nothing is said that only a probe could know")
  func noProbes() {
    let answer = ask(["address": "10.0.0.4", "port": 22])
    #expect(answer.body["probesSent"] == 0)
    #expect(answer.body["probesFailed"] == 0)
    #expect(answer.body["avgLatencyInMs"] == nil)
  }

  @Test("Stations are linked both ways by identifiers that the question decides")
  func links() throws {
    let hops = try #require(ask(["address": "10.0.0.4", "port": 22]).body["hops"]?.elements)
    #expect(hops[0]["nextHopIds"] == .array([try #require(hops[1]["id"])]))
    #expect(hops[1]["previousHopIds"] == .array([try #require(hops[0]["id"])]))
    #expect(hops[0]["links"]?.elements?.first?["linkType"] == "VirtualNetwork")
    #expect(ask(["address": "10.0.0.4", "port": 22]).body["hops"] == .array(hops))
    #expect(ask(["address": "10.0.0.4", "port": 23]).body["hops"] != .array(hops))
  }

  @Test("An address that several networks have is the one that the machine's routes lead to")
  func ambiguous() throws {
    let twin = """
      {"id": "\(SampleEstate.network)/virtualNetworks/Twin", "properties": {
        "addressSpace": {"addressPrefixes": ["10.0.0.0/16"]},
        "subnets": [{"name": "Front", "properties": {"addressPrefix": "10.0.0.0/24"}}]}},
      {"id": "\(SampleEstate.network)/networkInterfaces/twin", "properties": {"ipConfigurations": [{"name": "one",
        "properties": {"privateIPAddress": "10.0.0.4",
         "subnet": {"id": "\(SampleEstate.network)/virtualNetworks/Twin/subnets/Front"}}}]}}
      """
    let service = ARMService(try SampleEstate.read(adding: "\(Self.remote), \(twin)"))
    let answer = service.post(
      "\(SampleEstate.network)/networkWatchers/w/connectivityCheck",
      [
        "source": ["resourceId": .string("\(SampleEstate.machine)/app")],
        "destination": ["address": "10.0.0.4", "port": 22],
      ])
    #expect(Self.words(answer) == ["Source 10.1.0.4 app", "VirtualNetwork 10.0.0.4 web"])
  }

  @Test(
    "A body that can't be read is an error that names its field",
    arguments: [
      ("resourceId", [:]), ("address", ["resourceId": ""]), ("address", ["address": "a b"]),
      ("port", ["address": "10.0.0.4", "port": 70000]), ("port", ["address": "10.0.0.4", "port": true]),
    ] as [(String, JSONValue)])
  func malformed(field: String, destination: JSONValue) {
    let answer = ask(destination)
    #expect(answer.code == "InvalidRequestFormat")
    #expect(field == "resourceId" || answer.message.contains(field), "\(answer.message)")
  }

  @Test("A stopped machine, one that isn't there, and an end that is none are errors")
  func errors() {
    #expect(ask(["address": "10.0.0.4"], from: "asleep").status == 400)
    #expect(ask(["address": "10.0.0.4"], from: "nobody").code == "ResourceNotFound")
    #expect(ask(["resourceId": .string("\(SampleEstate.network)/routeTables/Spoke")]).code == "SnapshotIncomplete")
    #expect(ask(["address": "10.0.0.4"], "gopher").code == "InvalidRequestFormat")
  }
}
