import TestSupport

/// A small random snapshot: networks, peerings, gateways with learned routes, user routes of all types, private
/// endpoints with policies, service endpoints.
///
/// Prefixes come from a pool of few, so that they meet: equal, nested, overlapping.
struct RandomEstate {
  private var random: SplitMix64
  private var elements: [String] = []

  private static let root = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network"
  private static let pool = [
    "0.0.0.0/0", "0.0.0.0/1", "10.0.0.0/8", "10.0.0.0/16", "10.0.1.0/24", "10.0.1.4/32", "10.1.0.0/16", "10.1.0.0/24",
    "10.2.0.0/15", "10.3.0.0/16", "10.3.0.128/25", "20.1.0.0/16", "20.1.2.0/24", "100.64.0.0/10", "172.16.0.0/12",
    "192.168.0.0/16", "192.168.7.0/24", "25.4.0.0/14", "::/0", "fd00::/16", "fd00:0:0:1::/64",
  ]
  /// Addresses that lie in some of the prefixes, and in none.
  static let addresses = [
    "10.0.0.1", "10.0.1.4", "10.0.1.5", "10.1.0.9", "10.1.9.9", "10.2.0.1", "10.3.0.1", "10.3.0.200", "10.9.9.9",
    "20.1.0.1", "20.1.2.3", "20.9.9.9", "25.4.0.1", "100.64.0.1", "172.16.0.1", "192.168.0.1", "192.168.7.7",
    "200.1.1.1", "8.8.8.8", "fd00::1", "fd00:0:0:1::7", "2600::1",
  ]

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    let networks = Int.random(in: 1...4, using: &random)
    for number in 0..<networks { addNetwork(number, of: networks) }
    for number in 0..<2 { addRouteTable(number) }
    for number in 0..<networks where oneIn(3) { addGateway(number) }
    for number in 0..<networks where oneIn(4) { addRouteServer(number) }
    for number in 0..<Int.random(in: 0...3, using: &random) { addEndpoint(number, of: networks) }
    elements.append(
      #"{"name": "Storage", "properties": {"addressPrefixes": [\#(prefixes(upTo: 3)), "20.1.2.0/24"]}}"#)
    elements.append(#"{"name": "Storage.westus", "properties": {"addressPrefixes": ["20.1.2.0/24"]}}"#)
  }

  var text: String { "[\(elements.joined(separator: ",\n"))]" }

  private mutating func oneIn(_ number: Int) -> Bool { Int.random(in: 0..<number, using: &random) == 0 }

  private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

  /// Prefixes of networks, never a default route.
  private mutating func prefixes(upTo count: Int) -> String {
    let chosen = (0..<Int.random(in: 1...count, using: &random)).map { _ in
      pick(Self.pool.filter { !$0.hasSuffix("/0") && !$0.hasSuffix("/1") })
    }
    return chosen.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  private mutating func addNetwork(_ number: Int, of count: Int) {
    let peerings = (0..<count).filter { $0 != number }.compactMap { oneIn(2) ? peering(to: $0) : nil }
    let policies = pick(["Disabled", "Enabled", "RouteTableEnabled"])
    let subnets = (0..<2).map { subnet -> String in
      let table = oneIn(2) ? #", "routeTable": {"id": "\#(Self.root)/routeTables/t\#(pick(["0", "1"]))"}"# : ""
      let endpoints = oneIn(3) ? #", "serviceEndpoints": [{"service": "Microsoft.Storage", "locations": ["*"]}]"# : ""
      let six = oneIn(2) ? #", "fd00:\#(number)::/64""# : ""
      return """
        {"name": "s\(subnet)", "properties": {"addressPrefixes": ["10.\(number).\(subnet).0/24"\(six)],
          "privateEndpointNetworkPolicies": "\(policies)"\(table)\(endpoints)}}
        """
    }
    elements.append(
      """
      {"id": "\(Self.root)/virtualNetworks/v\(number)", "location": "\(pick(["westus", "eastus"]))", "properties": {
        "addressSpace": {"addressPrefixes": ["10.\(number).0.0/16", \(prefixes(upTo: 2))]},
        "subnets": [\(subnets.joined(separator: ","))], "virtualNetworkPeerings": [\(peerings.joined(separator: ","))]}}
      """)
  }

  private mutating func peering(to remote: Int) -> String {
    let held = oneIn(2) ? #", "remoteAddressSpace": {"addressPrefixes": [\#(prefixes(upTo: 2))]}"# : ""
    return """
      {"name": "to-v\(remote)", "properties": {"peeringState": "\(pick(["Connected", "Connected", "Initiated"]))",
        "remoteVirtualNetwork": {"id": "\(Self.root)/virtualNetworks/v\(remote)"},
        "useRemoteGateways": \(oneIn(2)), "allowGatewayTransit": \(oneIn(2))\(held)}}
      """
  }

  private mutating func addRouteTable(_ number: Int) {
    let types = ["VirtualAppliance", "Internet", "None", "VnetLocal", "VirtualNetworkGateway", "VirtualApplianceEcmp"]
    let destinations = (0..<Int.random(in: 0...5, using: &random)).map { _ in
      pick(Self.pool + ["Storage", "Storage.westus"])
    }
    let routes = destinations.enumerated().map { place, destination in
      """
      {"name": "r\(place)", "properties": {"addressPrefix": "\(destination)", "nextHopType": "\(pick(types))",
        "nextHopIpAddress": "10.0.0.\(place + 10)", "nextHop": {"nextHopIpAddresses": ["10.0.0.9", "10.0.0.\(place + 10)"]}}}
      """
    }
    elements.append(
      """
      {"id": "\(Self.root)/routeTables/t\(number)", "properties": {"disableBgpRoutePropagation": \(oneIn(3)),
        "disablePeeringRoute": "\(oneIn(5) ? "All" : "None")", "routes": [\(routes.joined(separator: ","))]}}
      """)
  }

  private mutating func learned(_ hop: String) -> String {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in
      #"{"network": "\#(pick(Self.pool))", "nextHop": "\#(hop)", "origin": "EBgp", "asPath": "\#(pick(["65001", "65001-65002"]))"}"#
    }.joined(separator: ", ")
  }

  private mutating func addGateway(_ network: Int) {
    let id = "\(Self.root)/virtualNetworkGateways/gw\(network)"
    elements.append(
      """
      {"id": "\(id)", "properties": {"gatewayType": "\(pick(["Vpn", "ExpressRoute"]))", "ipConfigurations": [{"name": "d",
        "properties": {"subnet": {"id": "\(Self.root)/virtualNetworks/v\(network)/subnets/GatewaySubnet"}}}],
        "bgpSettings": {"bgpPeeringAddress": "10.\(network).255.4"}}}
      """)
    elements.append(#"{"path": "\#(id)/getLearnedRoutes", "response": {"value": [\#(learned("192.0.2.1"))]}}"#)
  }

  private mutating func addRouteServer(_ network: Int) {
    let id = "\(Self.root)/virtualHubs/rs\(network)"
    elements.append(
      """
      {"id": "\(id)", "properties": {"ipConfigurations": [{"name": "i", "properties": {"subnet": {
        "id": "\(Self.root)/virtualNetworks/v\(network)/subnets/RouteServerSubnet"}}}]}}
      """)
    for peer in ["10.0.1.4", "10.0.1.5"] {
      elements.append(#"{"id": "\#(id)/bgpConnections/\#(peer)", "properties": {"peerIp": "\#(peer)"}}"#)
      elements.append(
        #"{"path": "\#(id)/bgpConnections/\#(peer)/learnedRoutes", "response": {"RouteServiceRole_IN_0": [\#(learned(peer))]}}"#
      )
    }
  }

  private mutating func addEndpoint(_ number: Int, of networks: Int) {
    let network = Int.random(in: 0..<networks, using: &random)
    elements.append(
      """
      {"id": "\(Self.root)/privateEndpoints/e\(number)", "properties": {
        "subnet": {"id": "\(Self.root)/virtualNetworks/v\(network)/subnets/s\(pick(["0", "1"]))"},
        "customDnsConfigs": [{"fqdn": "x", "ipAddresses": ["\(pick(["10.0.1.4", "10.1.0.9", "10.3.0.200", "fd00::1"]))"]}]}}
      """)
  }
}
