import CustomerEdge
import CustomerEdgeChecks
import Findings
import HybridConnectivity
import SnapshotReading
import Testing

@Suite("The customer edge against the circuit")
struct EdgeComparisonTests {
  /// A difference between router and circuit, and what is to be said of it. Sessions are down on the path `down`.
  struct Difference: Sendable, CustomTestStringConvertible {
    let name: String
    var replace: [(String, String)] = []
    var neighbours = Self.neighbours
    var down: DevicePath?
    let code: CheckCode
    let says: String
    var testDescription: String { name }

    static let neighbours =
      "172.16.0.2 dev pri.200 lladdr 00:00:00:00:01:01 REACHABLE\n"
      + "172.16.1.2 dev sec.200 lladdr 00:00:00:00:02:01 REACHABLE\n"
  }

  static let configuration = """
    hostname ce
    interface pri.200
     ip address 172.16.0.1/30
    interface sec.200
     ip address 172.16.1.1/30
    router bgp 65001
     neighbor 172.16.0.2 remote-as 12076
     neighbor 172.16.0.2 password Contoso
     neighbor 172.16.1.2 remote-as 12076
     neighbor 172.16.1.2 password Contoso
    """

  static let advertised = """
    {"172.16.0.2": {"advertisedRoutes": {"192.168.10.0/24": {"path": ""}, "10.100.0.0/16": {"path": "12076"}},
                    "receivedRoutes": {"10.100.0.0/16": {"path": "12076"}}},
     "172.16.1.2": {"advertisedRoutes": {"192.168.10.0/24": {"path": ""}},
                    "receivedRoutes": {"10.100.0.0/16": {"path": "12076"}}}}
    """

  static func snapshot(down: DevicePath?) -> String {
    let circuit = "/subscriptions/1/resourceGroups/lab/providers/Microsoft.Network/expressRouteCircuits/circuit"
    var observations: [String] = []
    for (path, number) in [(DevicePath.primary, 0), (.secondary, 1)] {
      let isDown = path == down
      let own = isDown ? "" : #", {"network": "192.168.10.0/24", "nextHop": "172.16.\#(number).1", "path": "65001 I"}"#
      let tables = [
        (
          "arpTables",
          #"{"age": 1, "interface": "On-Prem", "ipAddress": "172.16.\#(number).1", "macAddress": "0000.0000.0\#(number + 1)02"}"#
        ),
        (
          "routeTablesSummary",
          #"{"neighbor": "172.16.\#(number).1", "v": 4, "as": 65001, "upDown": "1:00", "statePfxRcd": "\#(isDown ? "Active" : "1")"}"#
        ),
        ("routeTables", #"{"network": "10.100.0.0/16", "nextHop": "10.100.255.13", "path": "65515 I"}"# + own),
      ]
      for (action, rows) in tables {
        observations.append(
          #"{"method": "POST", "path": "\#(circuit)/peerings/AzurePrivatePeering/\#(action)/\#(path.rawValue)", "#
            + #""status": 200, "response": {"value": [\#(rows)]}}"#)
      }
    }
    return """
      {"azimuth": 1, "resources": [{"id": "\(circuit)", "name": "circuit", "properties": {"peerings": [
        {"id": "\(circuit)/peerings/AzurePrivatePeering", "name": "AzurePrivatePeering", "properties": {
          "peeringType": "AzurePrivatePeering", "state": "Enabled", "azureASN": 12076, "peerASN": 65001, "vlanId": 200,
          "primaryPeerAddressPrefix": "172.16.0.0/30", "secondaryPeerAddressPrefix": "172.16.1.0/30"}}]}}],
       "observations": [\(observations.joined(separator: ",\n"))]}
      """
  }

  static func comparison(
    _ replace: [(String, String)], neighbours: String = Difference.neighbours, down: DevicePath? = nil
  ) throws -> EdgeComparison {
    var texts = [configuration, advertised, neighbours]
    for (old, new) in replace {
      #expect(texts.contains { $0.contains(old) }, "nothing has \(old)")
      texts = texts.map { text in
        var pieces: [Substring] = []
        var rest = text[...]
        while let found = rest.firstRange(of: old) {
          pieces += [rest[..<found.lowerBound], new[...]]
          rest = rest[found.upperBound...]
        }
        return (pieces + [rest]).joined()
      }
    }
    let edge = CustomerEdge(joining: try texts.map { try CustomerEdgeReader.read(Array($0.utf8)) })
    let estate = try SnapshotReader.read(text: snapshot(down: down))
    let catalog = CircuitCatalog(estate)
    let circuit = try #require(catalog.circuits.first)
    return EdgeComparison(edge, with: circuit, observed: catalog.observations(of: circuit.id), in: estate)
  }

  @Test("Where router and circuit agree, every check passes")
  func agree() throws {
    let comparison = try Self.comparison([])
    #expect(comparison.checks.allSatisfy { $0.status == .pass }, "\(comparison.checks.filter { $0.status != .pass })")
    let codes = Set(comparison.checks.map(\.code))
    #expect(
      codes == [
        .edgeAddressDiffers, .edgeVLANDiffers, .edgeSessionMissing, .edgeASNDiffers, .edgeRemoteASNDiffers,
        .edgeKeyDiffers, .edgeNeighbourUnresolved, .edgeAnnouncementsDiffer, .edgeReceivesLess,
      ])
  }

  static let differences: [Difference] = [
    Difference(
      name: "sides swapped",
      replace: [("172.16.0.1/30", "172.16.0.2/30"), ("neighbor 172.16.0.2", "neighbor 172.16.0.1")],
      down: .primary, code: .edgeAddressDiffers,
      says: "pri.200 has 172.16.0.2, which is Microsoft's address of the primary link; the customer's is 172.16.0.1"),
    Difference(
      name: "another address", replace: [("172.16.1.1/30", "172.16.1.3/30")], down: .secondary,
      code: .edgeAddressDiffers, says: "sec.200 has 172.16.1.3/30"),
    Difference(
      name: "another length", replace: [("172.16.1.1/30", "172.16.1.1/31")], down: .secondary,
      code: .edgeAddressDiffers, says: "sec.200 has 172.16.1.1/31, the secondary link's network is 172.16.1.0/30"),
    Difference(
      name: "interface shut down", replace: [("interface pri.200", "interface pri.200\n shutdown")], down: .primary,
      code: .edgeAddressDiffers, says: "pri.200, the interface of the primary link, is shut down"),
    Difference(
      name: "another VLAN", replace: [("sec.200", "sec.201")], down: .secondary, code: .edgeVLANDiffers,
      says: "sec.201 has VLAN 201, the peering's is 200"),
    Difference(
      name: "no neighbour",
      replace: [
        ("neighbor 172.16.0.2 remote-as 12076", "bgp log-neighbor-changes"),
        ("neighbor 172.16.0.2 password Contoso", "!"),
        ("\"172.16.0.2\": {\"advertised", "\"192.0.2.9\": {\"advertised"),
      ], down: .primary, code: .edgeSessionMissing, says: "has no BGP neighbour 172.16.0.2"),
    Difference(
      name: "session shut down",
      replace: [
        ("neighbor 172.16.0.2 remote-as 12076", "neighbor 172.16.0.2 remote-as 12076\n neighbor 172.16.0.2 shutdown")
      ],
      down: .primary, code: .edgeSessionMissing, says: "the session to 172.16.0.2 is shut down"),
    Difference(
      name: "own AS", replace: [("router bgp 65001", "router bgp 65002")], down: .primary, code: .edgeASNDiffers,
      says: "has AS 65002 towards 172.16.0.2, the peering's peerASN is 65001"),
    Difference(
      name: "Microsoft's AS", replace: [("neighbor 172.16.0.2 remote-as 12076", "neighbor 172.16.0.2 remote-as 12077")],
      down: .primary, code: .edgeRemoteASNDiffers, says: "expects AS 12077 of 172.16.0.2, Microsoft's is 12076"),
    Difference(
      name: "two keys", replace: [("neighbor 172.16.1.2 password Contoso", "neighbor 172.16.1.2 password Fabrikam")],
      down: .secondary, code: .edgeKeyDiffers, says: "172.16.1.2 has another key than 172.16.0.2"),
    Difference(
      name: "no key on one link", replace: [(" neighbor 172.16.1.2 password Contoso", " !")], down: .secondary,
      code: .edgeKeyDiffers, says: "172.16.1.2 has no key while 172.16.0.2 has one"),
    Difference(
      name: "nothing but the key remains", down: .primary, code: .edgeKeyDiffers,
      says: "the peering's key is likely another (inferred"),
    Difference(
      name: "nobody answers", neighbours: "172.16.0.2 dev pri.200 FAILED\n", down: .primary,
      code: .edgeNeighbourUnresolved, says: "frames pass in one direction only"),
    Difference(
      name: "another device answers",
      neighbours: "172.16.0.2 dev pri.200 lladdr 00:00:00:00:01:01 STALE\n"
        + "Internet 172.16.0.1 - 0000.0000.9999 ARPA pri.200\n", code: .edgeNeighbourUnresolved,
      says: "Microsoft's edge finds 0000.0000.0102 at 172.16.0.1: another device answers"),
    Difference(
      name: "announced to one link",
      replace: [("\"advertisedRoutes\": {\"192.168.10.0/24\": {\"path\": \"\"}},", "\"advertisedRoutes\": {},")],
      code: .edgeAnnouncementsDiffer, says: "announces 192.168.10.0/24 to the primary link only"),
    Difference(
      name: "announced and not there", replace: [("192.168.10.0/24", "192.168.30.0/24")],
      code: .edgeAnnouncementsDiffer,
      says: "announces 192.168.30.0/24 to the primary link, and Microsoft's edge doesn't"),
    Difference(
      name: "taken by no filter",
      replace: [("\"receivedRoutes\": {\"10.100.0.0/16\": {\"path\": \"12076\"}}", "\"receivedRoutes\": {}")],
      code: .edgeReceivesLess, says: "has none of the 1 prefixes"),
  ]

  @Test("Each difference is named first", arguments: differences)
  func differs(_ difference: Difference) throws {
    let comparison = try Self.comparison(
      difference.replace, neighbours: difference.neighbours, down: difference.down)
    let found = try #require(comparison.checks.first { $0.status != .pass })
    #expect(found.code == difference.code)
    #expect(found.summary.contains(difference.says), "\(found.summary)")
    #expect(found.remedy != nil)
    if difference.down != nil { #expect(found.status == .fail) }
  }

  @Test("A difference on a link whose session is up is a warning: it can't be what keeps it down")
  func up() throws {
    for difference in Self.differences where difference.down != nil {
      let comparison = try Self.comparison(difference.replace, neighbours: difference.neighbours)
      #expect(comparison.configuration.allSatisfy { $0.status != .fail }, "\(difference.name)")
    }
  }

  @Test("A router that knows one link only leaves the other to another router")
  func oneLink() throws {
    let comparison = try Self.comparison([
      ("interface sec.200\n ip address 172.16.1.1/30\n", ""),
      ("neighbor 172.16.1.2 remote-as 12076", "!"), ("neighbor 172.16.1.2 password Contoso", "!"),
      ("\"172.16.1.2\": {\"advertised", "\"192.0.2.9\": {\"advertised"),
    ])
    let skipped = comparison.checks.filter { $0.status != .pass }
    #expect(skipped.map(\.status) == [.skipped])
    #expect(skipped.first?.summary.contains("another router may end it") == true)
  }

  @Test("Files of a router that isn't the circuit's are said to be that")
  func unrelated() throws {
    let comparison = try Self.comparison([("172.16.", "10.99.")], neighbours: "172.16.9.9 dev x FAILED\n")
    #expect(comparison.checks.map(\.status) == [.warning])
    #expect(comparison.checks.first?.summary.contains("nothing in the customer edge's files is about") == true)
  }
}
