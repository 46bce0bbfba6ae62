public import JSONDocument

/// ExpressRoute circuits, and what is observed of them.
extension EstateBuilder {
  public static func circuit(_ name: String) -> String { id("expressRouteCircuits", name) }

  public static func circuitPeering(_ circuit: String, _ type: String = "AzurePrivatePeering") -> String {
    "\(Self.circuit(circuit))/peerings/\(type)"
  }

  /// A circuit through a provider: Standard, 1 Gbps, enabled and provisioned.
  public mutating func circuit(_ name: String, provider: String = "Provisioned", tier: String = "Standard") {
    add(
      Self.circuit(name),
      JSONObject([
        ("provisioningState", "Succeeded"), ("circuitProvisioningState", "Enabled"),
        ("serviceProviderProvisioningState", .string(provider)),
        (
          "serviceProviderProperties",
          ["serviceProviderName": "Contoso Carrier", "peeringLocation": "Frankfurt", "bandwidthInMbps": 1000]
        ), ("serviceKey", "11111111-1111-1111-1111-111111111111"), ("authorizations", []), ("peerings", []),
      ]),
      [("location", "germanywestcentral"), ("sku", ["name": .string("\(tier)_MeteredData"), "tier": .string(tier)])])
  }

  /// A peering with 172.16.0.0/30 and 172.16.0.4/30, VLAN 200, AS 64512 at the other end.
  public mutating func circuitPeering(_ circuit: String, _ type: String = "AzurePrivatePeering") {
    add(
      Self.circuitPeering(circuit, type),
      JSONObject([
        ("provisioningState", "Succeeded"), ("peeringType", .string(type)), ("state", "Enabled"),
        ("azureASN", 12076), ("peerASN", 64512), ("vlanId", 200), ("primaryPeerAddressPrefix", "172.16.0.0/30"),
        ("secondaryPeerAddressPrefix", "172.16.0.4/30"), ("lastModifiedBy", "Customer"),
      ]))
  }

  /// Joins a gateway to a circuit.
  public mutating func connection(_ name: String, _ gateway: String, circuit: String) {
    add(
      Self.connection(name),
      JSONObject([
        ("provisioningState", "Succeeded"), ("connectionType", "ExpressRoute"), ("connectionStatus", "Connected"),
        ("virtualNetworkGateway1", Self.reference(Self.gateway(gateway))),
        ("peer", Self.reference(Self.circuit(circuit))),
      ]))
  }

  /// Takes away what a call answered so far.
  public mutating func forget(_ id: String, _ action: String) {
    observations.removeAll { $0["path"]?.text == "\(id)/\(action)" }
  }

  /// What a call answered now, in place of what it answered so far.
  public mutating func answer(
    _ id: String, _ action: String, _ response: JSONValue, at time: String? = "2026-11-20T10:00:00Z",
    status: Int64 = 200
  ) {
    forget(id, action)
    record(id, action, response, at: time, status: status)
  }

  /// What a call answered, beside what it answered at other times.
  public mutating func record(
    _ id: String, _ action: String, _ response: JSONValue, at time: String?, status: Int64 = 200
  ) {
    var members: [(String, JSONValue)] = [
      ("method", "POST"), ("path", .string("\(id)/\(action)")), ("status", .integer(status)),
    ]
    if let time { members.append(("observedAt", .string(time))) }
    observations.append(.object(JSONObject(members + [("response", response)])))
  }

  /// Rows of an ARP table: of which side, its address, its MAC address.
  public mutating func arp(_ peering: String, _ path: String, _ rows: [(String, String, String)]) {
    let rows = rows.map { side, address, mac -> JSONValue in
      ["age": 12, "interface": .string(side), "ipAddress": .string(address), "macAddress": .string(mac)]
    }
    answer(peering, "arpTables/\(path)", ["value": .array(rows)])
  }

  /// Rows of a summary: the neighbour, its AS number, how long, and prefixes or state.
  public mutating func summary(_ peering: String, _ path: String, _ rows: [(String, Int64, String, String)]) {
    let rows = rows.map { address, asn, time, state -> JSONValue in
      [
        "neighbor": .string(address), "v": 4, "as": .integer(asn), "upDown": .string(time),
        "statePfxRcd": .string(state),
      ]
    }
    answer(peering, "routeTablesSummary/\(path)", ["value": .array(rows)])
  }

  /// Rows of a route table: network, next hop, AS path.
  public mutating func circuitRoutes(_ peering: String, _ path: String, _ rows: [(String, String, String)]) {
    let rows = rows.map { network, hop, numbers -> JSONValue in
      [
        "locPrf": "100", "network": .string(network), "nextHop": .string(hop),
        "path": .string("\(numbers) I\n        "),
        "weight": 0,
      ]
    }
    answer(peering, "routeTables/\(path)", ["value": .array(rows)])
  }

  /// The rows that a healthy path has: the edge at the link's first address announces `prefixes`.
  public mutating func healthyPath(
    _ peering: String, _ path: String, _ edge: String, prefixes: [String] = ["192.168.0.0/16", "172.20.0.0/16"],
    azure: [String] = ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16"]
  ) {
    let mac = path == "primary" ? "02cf.2b02.c22b" : "02cf.2b02.c22c"
    arp(peering, path, [("On-Prem", edge, mac)])
    summary(
      peering, path,
      [
        ("10.0.255.12", 65515, "4d05h", "\(azure.count)"), ("10.0.255.13", 65515, "4d05h", "\(azure.count)"),
        (edge, 64512, "3d02h", "\(prefixes.count)"),
      ])
    circuitRoutes(
      peering, path,
      azure.flatMap { [($0, "10.0.255.12*", "65515"), ($0, "10.0.255.13", "65515")] }
        + prefixes.map { ($0, edge, "64512") })
  }

  /// Two spokes that reach on-premises (192.168.0.0/16, 172.20.0.0/16) over the hub's ExpressRoute gateway `ergw` and
  /// circuit `er`, all observed together and healthy.
  public static var hubWithCircuit: EstateBuilder {
    var lab = hubAndSpokes
    lab.useHubGateway()
    lab.gateway("ergw", in: "hub", type: "ExpressRoute")
    lab.setSKU(gateway("ergw"), "ErGw1AZ")
    lab.circuit("er")
    let peering = circuitPeering("er")
    lab.circuitPeering("er")
    lab.connection("to-er", "ergw", circuit: "er")
    lab.healthyPath(peering, "primary", "172.16.0.1")
    lab.healthyPath(peering, "secondary", "172.16.0.5")
    lab.learnFromCircuit(["192.168.0.0/16", "172.20.0.0/16"])
    lab.answer(
      gateway("ergw"), "getBgpPeerStatus",
      [
        "value": .array(
          ["10.0.255.4", "10.0.255.5"].map { neighbor in
            [
              "asn": 12076, "connectedDuration": "4.05:11:12.1234567", "localAddress": "10.0.255.12",
              "neighbor": .string(neighbor), "routesReceived": 2, "state": "Connected",
            ]
          })
      ])
    return lab
  }

  /// What the gateway `ergw` learned from Microsoft's two routers.
  public mutating func learnFromCircuit(_ prefixes: [String]) {
    var rows: [JSONValue] = [
      ["localAddress": "10.0.255.12", "network": "10.0.0.0/16", "origin": "Network", "asPath": "", "weight": 32768]
    ]
    for prefix in prefixes {
      for peer in ["10.0.255.4", "10.0.255.5"] {
        rows.append([
          "localAddress": "10.0.255.12", "network": .string(prefix), "nextHop": .string(peer),
          "sourcePeer": .string(peer), "origin": "EBgp", "asPath": "12076-64512", "weight": 32769,
        ])
      }
    }
    answer(Self.gateway("ergw"), "getLearnedRoutes", ["value": .array(rows)])
  }
}
