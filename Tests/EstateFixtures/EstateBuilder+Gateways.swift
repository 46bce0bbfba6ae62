internal import JSONDocument

/// Gateways, sites, connections, Route Servers and virtual hubs.
extension EstateBuilder {
  public static func gateway(_ name: String) -> String { id("virtualNetworkGateways", name) }
  public static func site(_ name: String) -> String { id("localNetworkGateways", name) }
  public static func connection(_ name: String) -> String { id("connections", name) }
  public static func hub(_ name: String) -> String { id("virtualHubs", name) }

  /// A VPN gateway in the network's `GatewaySubnet`.
  public mutating func gateway(_ name: String, in network: String, bgp: Bool = false, type: String = "Vpn") {
    add(
      Self.gateway(name),
      JSONObject([
        ("gatewayType", .string(type)), ("enableBgp", .bool(bgp)),
        (
          "ipConfigurations",
          [["name": "ip", "properties": ["subnet": Self.reference(Self.subnet("\(network)/GatewaySubnet"))]]]
        ),
      ]))
  }

  /// What is on-premises, as a gateway knows it.
  public mutating func site(_ name: String, _ prefixes: [String]) {
    add(Self.site(name), JSONObject([("localNetworkAddressSpace", ["addressPrefixes": Self.list(prefixes)])]))
  }

  public mutating func connection(_ name: String, _ gateway: String, site: String, bgp: Bool = false) {
    add(
      Self.connection(name),
      JSONObject([
        ("connectionType", "IPsec"), ("virtualNetworkGateway1", Self.reference(Self.gateway(gateway))),
        ("localNetworkGateway2", Self.reference(Self.site(site))), ("enableBgp", .bool(bgp)),
        ("connectionStatus", "Connected"),
      ]))
  }

  public mutating func connection(_ name: String, _ gateway: String, to other: String) {
    add(
      Self.connection(name),
      JSONObject([
        ("connectionType", "Vnet2Vnet"), ("virtualNetworkGateway1", Self.reference(Self.gateway(gateway))),
        ("virtualNetworkGateway2", Self.reference(Self.gateway(other))), ("connectionStatus", "Connected"),
      ]))
  }

  /// What a gateway, or a Route Server's peer, learned: prefix and next hop.
  public mutating func learned(_ id: String, _ routes: KeyValuePairs<String, String>) {
    let rows = routes.map { prefix, hop -> JSONValue in
      ["network": .string(prefix), "nextHop": .string(hop), "origin": "EBgp", "asPath": "65001", "weight": 32768]
    }
    observe(id, id.contains("bgpConnections") ? "learnedRoutes" : "getLearnedRoutes", ["value": .array(rows)])
  }

  /// A Route Server in the network's `RouteServerSubnet`, with one BGP peer.
  public mutating func routeServer(_ name: String, in network: String, peer: String, _ address: String) {
    add(Self.hub(name), JSONObject())
    add(
      "\(Self.hub(name))/ipConfigurations/ip",
      JSONObject([("subnet", Self.reference(Self.subnet("\(network)/RouteServerSubnet")))]))
    add("\(Self.hub(name))/bgpConnections/\(peer)", JSONObject([("peerIp", .string(address)), ("peerAsn", 65001)]))
  }

  public mutating func hub(_ name: String, _ prefix: String, wan: String = "wan") {
    add(
      Self.hub(name),
      JSONObject([
        ("virtualWan", Self.reference(Self.id("virtualWans", wan))), ("addressPrefix", .string(prefix)),
      ]))
  }

  /// Connects a network to a virtual hub.
  public mutating func connect(_ network: String, toHub hub: String) {
    add(
      "\(Self.hub(hub))/hubVirtualNetworkConnections/\(network)",
      JSONObject([("remoteVirtualNetwork", Self.reference(Self.network(network)))]))
  }

  /// Sends a hub's private traffic through a firewall.
  public mutating func intent(_ hub: String, _ firewall: String) {
    add(
      "\(Self.hub(hub))/routingIntent/intent",
      JSONObject([
        (
          "routingPolicies",
          [["name": "private", "destinations": ["PrivateTraffic"], "nextHop": .string(Self.firewall(firewall))]]
        )
      ]))
  }
}
