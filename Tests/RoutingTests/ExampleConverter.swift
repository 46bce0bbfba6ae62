import AzureFacts
import JSONDocument

/// Turns an example's configuration into ARM's shape.
struct ExampleConverter {
  private(set) var snapshot: [JSONValue] = []
  private let configuration: JSONValue

  static func id(_ type: String, _ name: String) -> String {
    "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/\(type)/\(name)"
  }

  init(_ configuration: JSONValue) {
    self.configuration = configuration
    let networks = configuration.list("vnets")
    for network in networks { snapshot.append(self.network(network)) }
    addRemotes(networks)
    for table in configuration.list("routeTables") { snapshot.append(routeTable(table)) }
    for (number, endpoint) in configuration.list("privateEndpoints").enumerated() {
      snapshot.append(privateEndpoint(endpoint, number))
    }
    for network in networks { addGateways(network) }
    addServiceTags(networks)
  }

  private static func reference(_ id: String) -> JSONValue { ["id": .string(id)] }

  private func name(_ value: JSONValue) -> String { value["name"]?.text ?? "" }

  private func network(_ network: JSONValue) -> JSONValue {
    let id = Self.id("virtualNetworks", name(network))
    let peerings = network.list("peerings").map { peering(id, $0) } + reversePeerings(name(network), network)
    return [
      "id": .string(id), "location": network["region"] ?? "r1",
      "properties": [
        "addressSpace": ["addressPrefixes": network["addressPrefixes"] ?? []],
        "subnets": .array(network.list("subnets").map { subnet(id, $0) }),
        "virtualNetworkPeerings": .array(peerings),
      ],
    ]
  }

  private func subnet(_ network: String, _ subnet: JSONValue) -> JSONValue {
    var properties: JSONObject = JSONObject([("addressPrefix", subnet["addressPrefix"] ?? .null)])
    if let table = subnet["routeTable"]?.text {
      properties["routeTable"] = Self.reference(Self.id("routeTables", table))
    }
    if let policies = subnet["privateEndpointNetworkPolicies"] {
      properties["privateEndpointNetworkPolicies"] = policies
    }
    properties["serviceEndpoints"] = .array(
      subnet.list("serviceEndpoints").map { ["service": $0["service"] ?? .null, "locations": ["*"]] })
    return [
      "id": .string("\(network)/subnets/\(name(subnet))"), "name": .string(name(subnet)),
      "properties": .object(properties),
    ]
  }

  private func peering(_ network: String, _ peering: JSONValue) -> JSONValue {
    var properties = JSONObject()
    for key in [
      "peeringState", "peeringSyncLevel", "allowVirtualNetworkAccess", "allowForwardedTraffic", "useRemoteGateways",
    ] {
      properties[key] = peering[key]
    }
    properties["remoteVirtualNetwork"] = Self.reference(Self.id("virtualNetworks", peering["remote"]?.text ?? ""))
    properties["remoteAddressSpace"] = ["addressPrefixes": peering["remoteAddressSpace"] ?? []]
    return [
      "id": .string("\(network)/virtualNetworkPeerings/\(name(peering))"), "properties": .object(properties),
    ]
  }

  /// Peerings back from a network to those that use its gateway, where the example leaves them out.
  private func reversePeerings(_ name: String, _ network: JSONValue) -> [JSONValue] {
    let own = Set(network.list("peerings").compactMap { $0["remote"]?.text })
    let users = configuration.list("vnets").filter { other in
      other.list("peerings").contains { $0["remote"]?.text == name && $0["useRemoteGateways"]?.flag == true }
    }
    return users.filter { !own.contains(self.name($0)) }.map { user in
      [
        "id": .string(Self.id("virtualNetworks", name) + "/virtualNetworkPeerings/back-to-\(self.name(user))"),
        "properties": [
          "remoteVirtualNetwork": Self.reference(Self.id("virtualNetworks", self.name(user))),
          "peeringState": "Connected", "allowGatewayTransit": true,
          "remoteAddressSpace": ["addressPrefixes": user["addressPrefixes"] ?? []],
        ],
      ]
    }
  }

  /// Networks that the example only names as remote ones; those behind a global peering are in a region of their own.
  private mutating func addRemotes(_ networks: [JSONValue]) {
    var known = Set(networks.map { name($0) })
    for network in networks {
      for peering in network.list("peerings") {
        guard let remote = peering["remote"]?.text, known.insert(remote).inserted else { continue }
        let isGlobal = peering["global"]?.flag == true
        let stub: JSONValue = [
          "name": .string(remote), "region": isGlobal ? "elsewhere" : network["region"] ?? "r1",
          "addressPrefixes": peering["remoteAddressSpace"] ?? [],
        ]
        snapshot.append(self.network(stub))
      }
    }
  }

  private func routeTable(_ table: JSONValue) -> JSONValue {
    let id = Self.id("routeTables", name(table))
    let routes = table.list("routes").map { route -> JSONValue in
      var properties = JSONObject()
      for key in ["addressPrefix", "nextHopType", "nextHopIpAddress"] { properties[key] = route[key] }
      return ["id": .string("\(id)/routes/\(name(route))"), "properties": .object(properties)]
    }
    return [
      "id": .string(id),
      "properties": [
        "disableBgpRoutePropagation": table["disableBgpRoutePropagation"] ?? false, "routes": .array(routes),
      ],
    ]
  }

  private func privateEndpoint(_ endpoint: JSONValue, _ number: Int) -> JSONValue {
    let subnet = Self.id("virtualNetworks", endpoint["vnet"]?.text ?? "") + "/subnets/\(endpoint["subnet"]?.text ?? "")"
    return [
      "id": .string(Self.id("privateEndpoints", "pe\(number)")),
      "properties": [
        "subnet": Self.reference(subnet),
        "ipConfigurations": [["name": "ip", "properties": ["privateIPAddress": endpoint["ip"] ?? .null]]],
      ],
    ]
  }

  /// What a network gets from gateways goes to a gateway or Route Server in it, or in the peer whose gateway it uses,
  /// with the routes as an observation of what that gateway learned.
  private mutating func addGateways(_ network: JSONValue) {
    let transit = network.list("peerings").first { $0["useRemoteGateways"]?.flag == true }
    let owner = Self.id("virtualNetworks", transit?["remote"]?.text ?? name(network))
    var byHops: [(hops: [String], prefixes: [String])] = []
    for route in network.list("gatewayRoutes") {
      let (prefix, hops) = (route["prefix"]?.text ?? "", route["nextHopIpAddress"]?.texts ?? [])
      if route["origin"]?.text == "RouteServer" {
        for hop in hops { addRouteServerPeer(owner, hop, prefix) }
      } else if let known = byHops.firstIndex(where: { $0.hops == hops }) {
        byHops[known].prefixes.append(prefix)
      } else {
        byHops.append((hops, [prefix]))
      }
    }
    for (number, group) in byHops.enumerated() {
      addGateway(owner, "gateway-\(name(network))-\(number)", group.hops, group.prefixes)
    }
  }

  private mutating func addGateway(_ network: String, _ name: String, _ instances: [String], _ prefixes: [String]) {
    let id = Self.id("virtualNetworkGateways", name)
    snapshot.append([
      "id": .string(id),
      "properties": [
        "gatewayType": "Vpn",
        "ipConfigurations": [
          ["name": "default", "properties": ["subnet": Self.reference("\(network)/subnets/GatewaySubnet")]]
        ],
        "bgpSettings": [
          "asn": 65515,
          "bgpPeeringAddresses": .array(instances.map { ["defaultBgpIpAddresses": [.string($0)]] }),
        ],
      ],
    ])
    snapshot.append(Self.observation("\(id)/getLearnedRoutes", prefixes.map { ($0, "192.0.2.1") }))
  }

  private mutating func addRouteServerPeer(_ network: String, _ hop: String, _ prefix: String) {
    let server = Self.id("virtualHubs", "server-of-\(network.split(separator: "/").last ?? "")")
    let peer = "\(server)/bgpConnections/\(hop)"
    if !snapshot.contains(where: { $0["id"]?.text == server }) {
      snapshot.append([
        "id": .string(server),
        "properties": [
          "ipConfigurations": [
            ["name": "ip", "properties": ["subnet": Self.reference("\(network)/subnets/RouteServerSubnet")]]
          ]
        ],
      ])
    }
    snapshot.append(["id": .string(peer), "properties": ["peerAsn": 65001, "peerIp": .string(hop)]])
    snapshot.append(Self.observation("\(peer)/learnedRoutes", [(prefix, hop)]))
  }

  private static func observation(_ path: String, _ routes: [(prefix: String, hop: String)]) -> JSONValue {
    let rows = routes.map { route -> JSONValue in
      [
        "network": .string(route.prefix), "nextHop": .string(route.hop), "sourcePeer": .string(route.hop),
        "origin": "EBgp", "asPath": "65001", "weight": 32768,
      ]
    }
    let value = JSONValue.array(rows)
    return [
      "method": "POST", "path": .string(path), "status": 200,
      "response": path.hasSuffix("/getLearnedRoutes") ? ["value": value] : ["RouteServiceRole_IN_0": value],
    ]
  }

  private mutating func addServiceTags(_ networks: [JSONValue]) {
    var known: Set<String> = []
    for endpoint in networks.flatMap({ $0.list("subnets") }).flatMap({ $0.list("serviceEndpoints") }) {
      guard let service = endpoint["service"]?.text, let tag = ServiceEndpointTag.name(of: service),
        known.insert(tag).inserted
      else { continue }
      snapshot.append(["name": .string(tag), "properties": ["addressPrefixes": endpoint["prefixes"] ?? []]])
    }
  }
}
