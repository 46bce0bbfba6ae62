import AzureFacts
import AzureResources
import Estate
import IPAddressing
import JSONDocument
import Routing
import SnapshotReading
import Testing

/// The examples that state a rule case by case, each put into a small configuration of its own.
@Suite("Worked examples of single rules", .enabled(if: ReferenceExample.folder != nil, ReferenceExample.absence))
struct DocumentedRulesTests {
  /// A network `v` with one subnet `s`, as an example's configuration.
  private static func configuration(
    _ prefixes: JSONValue = ["10.0.0.0/16"], gatewayRoutes: [JSONValue] = [], routes: [JSONValue]? = nil,
    propagation: Bool = true
  ) -> JSONValue {
    [
      "noneList": "2024",
      "vnets": [
        [
          "name": "v", "region": "r1", "addressPrefixes": prefixes, "peerings": [],
          "gatewayRoutes": .array(gatewayRoutes),
          "subnets": [
            ["name": "s", "addressPrefix": prefixes.elements?.first ?? .null, "routeTable": routes == nil ? nil : "rt"]
          ],
        ]
      ],
      "routeTables": routes.map {
        [["name": "rt", "disableBgpRoutePropagation": .bool(!propagation), "routes": .array($0)]]
      }
        ?? [],
    ]
  }

  private static func learned(_ prefix: JSONValue, from origin: JSONValue) -> JSONValue {
    ["prefix": prefix, "nextHopIpAddress": ["10.0.255.4"], "origin": origin]
  }

  @Test("A gateway's or Route Server's prefix in the network's own space is not programmed")
  func prefixFilter() throws {
    let cases = try ReferenceExample.load("18").list("cases")
    for example in cases {
      let prefixes = try #require(example["vnetPrefixes"] ?? example["spokePrefixes"])
      let offered = try #require(example["onPremPrefix"] ?? example["nvaPrefix"])
      let accepted = example["accepted"] ?? example["programmed"] ?? example["programmedInSpoke"]
      let origin: JSONValue = example["onPremPrefix"] == nil ? "RouteServer" : "VPN"
      var snapshot = try ExampleSnapshot(
        Self.configuration(prefixes, gatewayRoutes: [Self.learned(offered, from: origin)]))
      let rows = try snapshot.table("v", "s").routes.filter { $0.source == .virtualNetworkGateway }
      #expect(rows.flatMap(\.addressPrefixes).map { .string($0.description) } == (accepted == true ? [offered] : []))
    }
    #expect(cases.count >= 7)
  }

  @Test("A default route has the documented effect on the Internet row and the rows to nowhere")
  func defaultRouteMatrix() throws {
    let matrix = try ReferenceExample.load("25").list("matrix")
    for entry in matrix {
      let label = entry["case"]?.text ?? ""
      var gatewayRoutes: [JSONValue] = []
      if entry["bgp0"]?.flag == true || label.hasPrefix("BGP 0/0 with") {
        gatewayRoutes = [Self.learned("0.0.0.0/0", from: "RouteServer")]
      } else if label.hasPrefix("0.0.0.0/1") {
        gatewayRoutes = ["0.0.0.0/1", "128.0.0.0/1"].map { Self.learned($0, from: "VPN") }
      }
      let user = entry["user0"]?.text.map { type -> JSONValue in
        [
          "name": "default", "addressPrefix": "0.0.0.0/0", "nextHopType": .string(type),
          "nextHopIpAddress": type == "VirtualAppliance" ? "10.0.0.9" : nil,
        ]
      }
      let isPropagating = !label.contains("disableBgpRoutePropagation")
      var snapshot = try ExampleSnapshot(
        Self.configuration(
          gatewayRoutes: gatewayRoutes, routes: user.map { [$0] } ?? (isPropagating ? nil : []),
          propagation: isPropagating))
      let rows = try snapshot.table("v", "s").routes.map { ExampleRow($0) }
      let internet = rows.filter { $0.source == "Default" && $0.nextHopType == "Internet" }.map(\.state)
      let expected = entry["Internet"]?.text ?? ""
      #expect(internet == (expected == "row omitted" ? [] : [expected]), "\(label)")
      #expect(rows.contains(where: \.isPlatformNone) == (entry["noneRows"]?.text == "present"), "\(label)")
    }
    #expect(matrix.count >= 9)
  }

  @Test("Of routes with one prefix the explicit one counts, then the narrower tag")
  func serviceTagOrder() throws {
    let cases = try ReferenceExample.load("21").list("cases")
    for example in cases {
      let written = example["routes"]?.texts ?? []
      // In either order of writing: precedence, not position, decides.
      for texts in [written, written.reversed()] {
        let table = try Self.table(ofRoutes: texts)
        let winner = try #require(table.route(to: try IPAddress("20.60.1.1")))
        let hop = winner.nextHopAddresses.first?.description ?? winner.nextHopType.rawValue
        let destination = winner.serviceTag ?? winner.addressPrefixes.first?.description ?? ""
        #expect("\(destination) -> \(hop)" == example["winner"]?.text)
        #expect(table.candidates(for: try IPAddress("20.60.1.1")).filter { $0.route.source == .user }.count == 2)
      }
    }
    #expect(cases.count >= 4)
  }

  /// A table of routes written as `destination -> hop`, every tag of which holds 20.60.0.0/16.
  private static func table(ofRoutes texts: [String]) throws -> EffectiveRouteTable {
    var tags: [JSONValue] = []
    let routes = texts.enumerated().map { number, text -> JSONValue in
      let destination = String(text.prefix { $0 != " " })
      let hop = String(text.split(separator: " ").last ?? "")
      if !destination.contains("/") {
        tags.append(["name": .string(destination), "properties": ["addressPrefixes": ["20.60.0.0/16"]]])
      }
      return [
        "name": .string("r\(number)"), "addressPrefix": .string(destination),
        "nextHopType": hop == "Internet" ? "Internet" : "VirtualAppliance",
        "nextHopIpAddress": hop == "Internet" ? nil : .string(hop),
      ]
    }
    let snapshot = ExampleConverter(configuration(routes: routes)).snapshot + tags
    let estate = try SnapshotReader.read(text: JSONWriter.text(.array(snapshot)))
    var builder = RouteTableBuilder(estate)
    return builder.table(ofSubnet: 0)
  }

  @Test("A peer's new prefix has no row until the peering is synchronised")
  func peeringSync() throws {
    let steps = try ReferenceExample.load("19").list("steps").filter { $0["effectiveRoutesOfVnet2Nic"] != nil }
    #expect(steps.count == 2)
    for step in steps {
      let isSynchronised = step["peer2"]?["peeringSyncLevel"]?.text == "FullyInSync"
      let known: JSONValue = isSynchronised ? ["10.1.0.0/16", "10.99.0.0/16"] : ["10.1.0.0/16"]
      let configuration: JSONValue = [
        "noneList": "2024",
        "vnets": [
          ["name": "vnet1", "region": "r1", "addressPrefixes": ["10.1.0.0/16", "10.99.0.0/16"], "peerings": []],
          [
            "name": "vnet2", "region": "r1", "addressPrefixes": ["10.2.0.0/16"],
            "subnets": [["name": "s", "addressPrefix": "10.2.0.0/24"]],
            "peerings": [
              [
                "name": "peer2", "remote": "vnet1", "peeringState": "Connected", "remoteAddressSpace": known,
                "peeringSyncLevel": step["peer2"]?["peeringSyncLevel"] ?? .null,
              ]
            ],
          ],
        ],
      ]
      var snapshot = try ExampleSnapshot(configuration)
      let table = try snapshot.table("vnet2", "s")
      let rows = table.routes.filter { $0.addressPrefixes.map(\.description) == ["10.99.0.0/16"] }
      #expect(rows.map(\.nextHopType) == (isSynchronised ? [.vnetPeering] : []))
      let withheld = table.candidates(for: try IPAddress("10.99.0.1")).filter {
        if case .withheld(.peeringNotSynchronised) = $0.outcome { true } else { false }
      }
      #expect(withheld.count == (isSynchronised ? 0 : 1), "the explanation names the stale peering")
    }
  }

  @Test("Networks reach what propagates to the table they are associated with")
  func isolatedNetworks() throws {
    let example = try ReferenceExample.load("17")
    let matrix = try #require(example["matrix"])
    let estate = try SnapshotReader.read(text: HubSnapshot.isolatedNetworks)
    var builder = RouteTableBuilder(estate)
    let network = builder.table(ofSubnet: 0)
    let toNetwork = network.route(to: try IPAddress("10.2.0.4"))?.source == .virtualNetworkGateway
    let toBranch = network.route(to: try IPAddress("192.168.7.7"))?.source == .virtualNetworkGateway
    #expect(toNetwork == matrix["VNets"]?["VNets"]?.flag)
    #expect(toBranch == matrix["VNets"]?["Branches"]?.flag)
    // What branches get is the default table.
    let branches = HubRoutes(estate).routes(ofHub: 0).flatMap(\.addressPrefixes).map(\.description)
    #expect(branches.contains("10.1.0.0/16") == matrix["Branches"]?["VNets"]?.flag)
    #expect(branches.contains("192.168.0.0/16") == matrix["Branches"]?["Branches"]?.flag)
  }

  @Test("A hub's default table has its connections, and under routing intent the private aggregates")
  func hubRoutes() throws {
    let example = try ReferenceExample.load("24")
    let recorded = try #require(example.list("recorded").first).list("value")
      .filter { $0["nextHopType"]?.text == "Virtual Network Connection" }
    let plain = HubRoutes(try SnapshotReader.read(text: HubSnapshot.oneConnection)).routes(ofHub: 0)
    #expect(plain.map(\.nextHopType.rawValue) == recorded.compactMap { $0["nextHopType"]?.text })
    #expect(
      plain.flatMap(\.addressPrefixes).map(\.description) == recorded.flatMap { $0["addressPrefixes"]?.texts ?? [] })
    #expect(plain.first?.routeOrigin == plain.first?.nextHops.first)

    let intent = HubRoutes(try SnapshotReader.read(text: HubSnapshot.routingIntent)).routes(ofHub: 0)
    let expected = try #require(example["routingIntentExpectation"]).list("defaultRouteTableRows")
    #expect(intent.map { $0.addressPrefixes.map(\.description) } == expected.map { $0["addressPrefixes"]?.texts ?? [] })
    #expect(intent.map(\.nextHopType.rawValue) == expected.compactMap { $0["nextHopType"]?.text })
  }
}
