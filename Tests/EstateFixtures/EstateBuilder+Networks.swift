internal import JSONDocument

/// Networks, subnets, peerings and route tables.
extension EstateBuilder {
  public static func network(_ name: String) -> String { id("virtualNetworks", name) }

  /// `hub/app` is subnet `app` of network `hub`.
  public static func subnet(_ path: String) -> String {
    let parts = path.split(separator: "/")
    return "\(network(String(parts[0])))/subnets/\(parts[1])"
  }

  /// `hub/to-spoke` is peering `to-spoke` of network `hub`.
  public static func peering(_ path: String) -> String {
    let parts = path.split(separator: "/")
    return "\(network(String(parts[0])))/virtualNetworkPeerings/\(parts[1])"
  }

  public static func table(_ name: String) -> String { id("routeTables", name) }

  public static func route(_ table: String, _ name: String) -> String { "\(Self.table(table))/routes/\(name)" }

  public mutating func network(
    _ name: String, _ prefixes: [String], location: String = "westeurope", subnets: KeyValuePairs<String, String>
  ) {
    add(
      Self.network(name), JSONObject([("addressSpace", ["addressPrefixes": Self.list(prefixes)])]),
      [("location", .string(location))])
    for (subnet, prefix) in subnets {
      add(Self.subnet("\(name)/\(subnet)"), JSONObject([("addressPrefix", .string(prefix))]))
    }
  }

  /// Peers two networks: `near/to-far` and `far/to-near`, connected, with forwarded traffic allowed.
  public mutating func peer(_ near: String, _ far: String, gateway: Bool = false) {
    for (local, remote) in [(near, far), (far, near)] {
      add(
        Self.peering("\(local)/to-\(remote)"),
        JSONObject([
          ("remoteVirtualNetwork", Self.reference(Self.network(remote))), ("peeringState", "Connected"),
          ("allowVirtualNetworkAccess", true), ("allowForwardedTraffic", true),
          ("allowGatewayTransit", .bool(gateway && local == far)),
          ("useRemoteGateways", .bool(gateway && local == near)),
        ]))
    }
  }

  /// A route table, associated with subnets.
  public mutating func table(_ name: String, of subnets: [String] = [], propagation: Bool = true) {
    add(Self.table(name), JSONObject([("disableBgpRoutePropagation", .bool(!propagation))]))
    for subnet in subnets { set(Self.subnet(subnet), "routeTable", Self.reference(Self.table(name))) }
  }

  /// A route of a table, to an appliance at `hop` or of another type.
  public mutating func route(_ table: String, _ name: String, _ prefix: String, via hop: String) {
    route(table, name, prefix, type: "VirtualAppliance", hop: hop)
  }

  public mutating func route(_ table: String, _ name: String, _ prefix: String, type: String, hop: String? = nil) {
    var properties = JSONObject([("addressPrefix", .string(prefix)), ("nextHopType", .string(type))])
    if let hop { properties["nextHopIpAddress"] = .string(hop) }
    add(Self.route(table, name), properties)
  }

  /// A route with several next hops.
  public mutating func route(_ table: String, _ name: String, _ prefix: String, through hops: [String]) {
    add(
      Self.route(table, name),
      JSONObject([
        ("addressPrefix", .string(prefix)), ("nextHopType", "VirtualApplianceEcmp"),
        ("nextHop", ["nextHopIpAddresses": Self.list(hops)]),
      ]))
  }

  /// A network manager's mesh.
  public mutating func mesh(_ name: String, _ members: [String]) {
    let manager = Self.id("networkManagers", "manager")
    let group = "\(manager)/networkGroups/\(name)"
    let listed = members.map { member -> JSONValue in
      ["name": .string(member), "properties": ["resourceId": .string(Self.network(member))]]
    }
    add(group, JSONObject([("staticMembers", .array(listed))]))
    add(
      "\(manager)/connectivityConfigurations/\(name)",
      JSONObject([
        ("connectivityTopology", "Mesh"),
        ("appliesToGroups", [["networkGroupId": .string(group), "groupConnectivity": "DirectlyConnected"]]),
      ]))
  }
}
