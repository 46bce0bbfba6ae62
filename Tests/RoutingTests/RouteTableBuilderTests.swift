import AzureFacts
import AzureResources
import Estate
import IPAddressing
import Routing
import SnapshotReading
import Testing

@Suite("Effective routes")
struct RouteTableBuilderTests {
  private static let root = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network"

  /// The tables of all subnets of a snapshot, in order.
  private func tables(_ elements: String...) throws -> [EffectiveRouteTable] {
    let estate = try SnapshotReader.read(text: "[\(elements.joined(separator: ","))]")
    var builder = RouteTableBuilder(estate)
    return estate.subnets.indices.map { builder.table(ofSubnet: $0) }
  }

  private func network(
    _ name: String = "v", _ prefix: String = "10.0.0.0/16", subnets: String..., peerings: String = ""
  ) -> String {
    let listed = subnets.isEmpty ? [#"{"name": "a", "properties": {"addressPrefix": "\#(prefix)"}}"#] : subnets
    return """
      {"id": "\(Self.root)/virtualNetworks/\(name)", "location": "westus", "properties": {
        "addressSpace": {"addressPrefixes": ["\(prefix)"]}, "subnets": [\(listed.joined(separator: ","))],
        "virtualNetworkPeerings": [\(peerings)]}}
      """
  }

  private func subnet(_ name: String, _ rest: String = "") -> String {
    #"{"name": "\#(name)", "properties": {"addressPrefix": "10.0.0.0/24"\#(rest)}}"#
  }

  private func routeTable(_ routes: (prefix: String, hop: String)...) -> String {
    let written = routes.enumerated().map { number, route in
      let type = route.hop.first?.isNumber == true ? "VirtualAppliance" : route.hop
      return """
        {"name": "r\(number)", "properties": {"addressPrefix": "\(route.prefix)", "nextHopType": "\(type)",
          "nextHopIpAddress": \(type == route.hop ? "null" : "\"\(route.hop)\"")}}
        """
    }
    return """
      {"id": "\(Self.root)/routeTables/t", "properties": {"routes": [\(written.joined(separator: ","))]}}
      """
  }

  private let usesTable = #", "routeTable": {"id": "\#(root)/routeTables/t"}"#

  private func texts(_ table: EffectiveRouteTable, _ type: EffectiveNextHopType) -> [String] {
    table.routes.filter { $0.nextHopType == type }.map { route in
      "\(route.state.rawValue) \(route.addressPrefixes.map(\.description).joined(separator: ","))"
    }
  }

  @Test("A subnet of a lone network has its network, the internet and the platform's routes to nowhere")
  func loneNetwork() throws {
    let table = try tables(network())[0]
    #expect(table.routes.count == 23)
    #expect(table.count == table.routes.count)
    #expect(table.route(to: try IPAddress("10.0.0.9"))?.nextHopType == .vnetLocal)
    #expect(table.route(to: try IPAddress("10.9.0.9"))?.nextHopType == EffectiveNextHopType.none)
    #expect(table.route(to: try IPAddress("8.8.8.8"))?.nextHopType == .internet)
  }

  @Test("A subnet without IPv6 has no route to IPv6 addresses, one with IPv6 has")
  func families() throws {
    let both = #"{"name": "b", "properties": {"addressPrefixes": ["10.0.1.0/24", "fd00::/64"]}}"#
    let both2 = try tables(network(subnets: subnet("a"), both))
    let address = try IPAddress("2600::1")
    #expect(both2[0].route(to: address) == nil)
    #expect(both2[0].candidates(for: address).isEmpty)
    #expect(both2[1].route(to: address)?.nextHopType == .internet)
    #expect(both2[1].routes.count > both2[0].routes.count)
    for table in both2 { #expect(table.count == table.routes.count) }
  }

  @Test("A user route takes its own share of a service endpoint's prefixes, and the row goes when all are taken")
  func shareOfServiceEndpoint() throws {
    let tag = #"{"name": "Storage", "properties": {"addressPrefixes": ["20.1.0.0/24", "20.2.0.0/24"]}}"#
    let endpoint = #", "serviceEndpoints": [{"service": "Microsoft.Storage", "locations": ["*"]}]"#
    let vnet = network(subnets: subnet("a", usesTable + endpoint))
    let share = try tables(vnet, tag, routeTable((prefix: "20.1.0.0/24", hop: "10.0.0.4")))[0]
    #expect(texts(share, .serviceEndpoint) == ["Active 20.1.0.0/24,20.2.0.0/24"])
    #expect(share.route(to: try IPAddress("20.1.0.1"))?.source == .user)
    #expect(share.route(to: try IPAddress("20.2.0.1"))?.nextHopType == .serviceEndpoint)
    let all = try tables(
      vnet, tag, routeTable((prefix: "20.1.0.0/24", hop: "10.0.0.4"), (prefix: "20.2.0.0/24", hop: "Internet")))[0]
    #expect(texts(all, .serviceEndpoint) == ["Invalid 20.1.0.0/24,20.2.0.0/24"])
  }

  @Test("Networks that overlap are all printed, the own one counts, and a user route overrides them all")
  func overlappingNetworks() throws {
    let peering = """
      {"name": "p", "properties": {"peeringState": "Connected", "remoteAddressSpace": {"addressPrefixes": ["10.0.0.0/16"]},
        "remoteVirtualNetwork": {"id": "\(Self.root)/virtualNetworks/w"}}}
      """
    let other = network("w")
    let plain = try tables(network(subnets: subnet("a"), peerings: peering), other)[0]
    #expect(texts(plain, .vnetLocal) == ["Active 10.0.0.0/16"])
    #expect(texts(plain, .vnetPeering) == ["Active 10.0.0.0/16"])
    let address = try IPAddress("10.0.0.9")
    #expect(plain.route(to: address)?.nextHopType == .vnetLocal)
    #expect(plain.candidates(for: address).map(\.outcome).prefix(2) == [.wins, .lowerPriority])
    let overridden = try tables(
      network(subnets: subnet("a", usesTable), peerings: peering), other,
      routeTable((prefix: "10.0.0.0/16", hop: "10.0.0.4")))[0]
    #expect(texts(overridden, .vnetLocal) == ["Invalid 10.0.0.0/16"])
    #expect(texts(overridden, .vnetPeering) == ["Invalid 10.0.0.0/16"])
    #expect(overridden.route(to: address)?.source == .user)
  }

  @Test("A subnet that names an absent route table says so, whichever subnet was asked before")
  func absentRouteTable() throws {
    let both = try tables(network(subnets: subnet("a"), subnet("b", usesTable)))
    #expect(both[0].missing.isEmpty)
    #expect(both[0].routeTable == nil)
    #expect(both[1].missing.map(\.resource) == [ResourceID("\(Self.root)/routeTables/t")])
    #expect(both[1].routeTable?.name == "t")
  }

  @Test("What of a subnet, a table or a peering can't be read is missing from its routes, and from no others'")
  func unreadable() throws {
    let tables = try tables(
      network(subnets: subnet("a"), subnet("b", #", "routeTable": {"id": "t"}"#), subnet("c", usesTable)),
      routeTable((prefix: "10.0.0.0/33", hop: "Internet"), (prefix: "20.0.0.0/8", hop: "Internet")))
    #expect(tables[0].missing.isEmpty)
    #expect(tables[1].missing.map(\.summary) == [#"g/b: routeTable: "t" is not a resource id"#])
    #expect(
      tables[2].missing.map(\.summary) == [
        #"g/r0: addressPrefix: "10.0.0.0/33" is not an address prefix: the length 33 at offset 9 is above 32"#
      ])
    #expect(tables[2].routes.filter { $0.source == .user }.count == 1)
  }

  @Test("A peering whose remote side is unknown has no routes, and the answer says that they are missing")
  func unknownRemote() throws {
    let peerings = [
      #"{"name": "p", "properties": {"peeringState": "Connected"}}"#,
      """
      {"name": "p", "properties": {"peeringState": "Connected",
        "remoteVirtualNetwork": {"id": "\(Self.root)/virtualNetworks/gone"}}}
      """,
    ]
    for peering in peerings {
      let table = try tables(network(subnets: subnet("a"), peerings: peering))[0]
      #expect(texts(table, .vnetPeering).isEmpty)
      #expect(table.missing.contains { $0.kind == .resource && $0.summary.contains("behind peering p") })
    }
  }

  @Test("A peering's remote prefixes come from what it holds, else from the remote network")
  func remotePrefixes() throws {
    func peering(_ rest: String) -> String {
      """
      {"name": "p", "properties": {"remoteVirtualNetwork": {"id": "\(Self.root)/virtualNetworks/w"}\(rest)}}
      """
    }
    let held = #", "remoteAddressSpace": {"addressPrefixes": ["10.8.0.0/16"]}"#
    let now = #", "remoteVirtualNetworkAddressSpace": {"addressPrefixes": ["10.9.0.0/16"]}"#
    for (rest, expected) in [(held + now, "10.8.0.0/16"), (now, "10.9.0.0/16"), ("", "10.7.0.0/16")] {
      let table = try tables(network(subnets: subnet("a"), peerings: peering(rest)), network("w", "10.7.0.0/16"))[0]
      #expect(texts(table, .vnetPeering) == ["Active \(expected)"])
      #expect(table.missing.isEmpty)
    }
  }

  @Test("A peering of subnets never gives the whole remote network")
  func subnetPeering() throws {
    func peering(_ names: String, _ rest: String = "") -> String {
      """
      {"name": "p", "properties": {"remoteVirtualNetwork": {"id": "\(Self.root)/virtualNetworks/w"},
        "peerCompleteVnets": false, "remoteSubnetNames": [\(names)]\(rest)}}
      """
    }
    let remote = network(
      "w", "10.7.0.0/16", subnets: #"{"name": "x", "properties": {"addressPrefix": "10.7.1.0/24"}}"#,
      #"{"name": "y", "properties": {"addressPrefix": "10.7.2.0/24"}}"#)
    func table(_ peering: String) throws -> EffectiveRouteTable {
      try tables(network(subnets: subnet("a"), peerings: peering), remote)[0]
    }
    #expect(texts(try table(peering(#""X""#)), .vnetPeering) == ["Active 10.7.1.0/24"])
    let held = #", "remoteAddressSpace": {"addressPrefixes": ["10.7.3.0/24"]}"#
    #expect(texts(try table(peering(#""x", "gone""#, held)), .vnetPeering) == ["Active 10.7.3.0/24"])
    let unknown = try table(peering(#""x", "gone""#))
    #expect(texts(unknown, .vnetPeering).isEmpty)
    #expect(unknown.missing.contains { $0.summary.contains("behind peering p") })
  }

  @Test("A learned route or a tag's prefix that can't be read makes the answer incomplete, not short")
  func incompleteLists() throws {
    let gateway = """
      {"id": "\(Self.root)/virtualNetworkGateways/gw", "properties": {"gatewayType": "Vpn", "ipConfigurations": [
        {"name": "d", "properties": {"subnet": {"id": "\(Self.root)/virtualNetworks/v/subnets/GatewaySubnet"}}}]}},
      {"path": "\(Self.root)/virtualNetworkGateways/gw/getLearnedRoutes", "response": {"value": [
        {"network": "nonsense", "nextHop": "192.0.2.1", "origin": "EBgp"},
        {"network": "192.168.0.0/24", "nextHop": "192.0.2.1", "origin": "EBgp"}]}}
      """
    let learned = try tables(network(), gateway)[0]
    #expect(texts(learned, .virtualNetworkGateway) == ["Active 192.168.0.0/24"])
    #expect(learned.missing.map(\.kind) == [.property])
    let tag = #"{"name": "Storage", "properties": {"addressPrefixes": ["20.1.0.0/24", "nonsense"]}}"#
    let tagged = try tables(
      network(subnets: subnet("a", usesTable)), tag, routeTable((prefix: "Storage", hop: "Internet")))[0]
    #expect(tagged.missing.map(\.kind) == [.serviceTag])
    #expect(tagged.route(to: try IPAddress("20.1.0.1"))?.source == .user)
  }

  @Test("A private endpoint whose address nobody tells is missing in its network and with its direct peers")
  func endpointWithoutAddress() throws {
    func endpoint(_ rest: String) -> String {
      """
      {"id": "\(Self.root)/privateEndpoints/e", "properties": {
        "subnet": {"id": "\(Self.root)/virtualNetworks/v/subnets/a"},
        "networkInterfaces": [{"id": "\(Self.root)/networkInterfaces/n"}]\(rest)}}
      """
    }
    let peering = #"{"name": "p", "properties": {"remoteVirtualNetwork": {"id": "\#(Self.root)/virtualNetworks/v"}}}"#
    let others = [network("w", "10.1.0.0/16", peerings: peering), network("x", "10.2.0.0/16")]
    let unknown = try tables(network(), others[0], others[1], endpoint(""))
    #expect(unknown.map { $0.missing.map { $0.resource.map { String($0.name) } } } == [["e"], ["e"], []])
    let known = try tables(
      network(), others[0], others[1], endpoint(#", "customDnsConfigs": [{"fqdn": "x", "ipAddresses": ["10.0.0.9"]}]"#))
    #expect(known.map { texts($0, .interfaceEndpoint) } == [["Active 10.0.0.9/32"], ["Active 10.0.0.9/32"], []])
    #expect(known.flatMap(\.missing).isEmpty)
  }

  @Test("Of two hub routes with one prefix a network gets the first")
  func hubDuplicates() throws {
    let hub = "\(Self.root)/virtualHubs/hub"
    let table = try tables(
      network(), #"{"id": "\#(hub)", "properties": {"virtualWan": {"id": "\#(Self.root)/virtualWans/w"}}}"#,
      """
      {"id": "\(hub)/hubVirtualNetworkConnections/c",
        "properties": {"remoteVirtualNetwork": {"id": "\(Self.root)/virtualNetworks/v"}}},
      {"id": "\(hub)/hubRouteTables/defaultRouteTable", "properties": {"routes": [
        {"name": "a", "destinations": ["0.0.0.0/0"], "nextHop": "\(Self.root)/azureFirewalls/fw"}]}},
      {"id": "\(hub)/routingIntent/i", "properties": {"routingPolicies": [
        {"destinations": ["Internet"], "nextHop": "\(Self.root)/azureFirewalls/fw"}]}}
      """)[0]
    #expect(texts(table, .virtualNetworkGateway) == ["Active 0.0.0.0/0"])
  }
}
