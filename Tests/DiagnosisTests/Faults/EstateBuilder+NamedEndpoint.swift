import EstateFixtures
import JSONDocument

/// The design in which faults of names are planted.
extension EstateBuilder {
  static let sqlZone = "privatelink.database.windows.net"
  static let sqlName = "sql1.database.windows.net"
  static let sql = id("Microsoft.Sql/servers", "sql1")
  static let store = id("Microsoft.Storage/storageAccounts", "shopdata")

  static func zone(_ name: String, in group: String = group) -> String {
    "\(group)/providers/Microsoft.Network/privateDnsZones/\(name)"
  }

  /// A hub and three spokes. `sql1` has private endpoint `pe-sql` at 10.2.4.5 in `spoke2`, storage account `shopdata`
  /// endpoint `pe-blob` at 10.2.4.6; their zones are linked to all networks but `spoke3`, which asks server `dns` in the
  /// hub, 10.0.1.53. The hub has a private resolver with an inbound endpoint at 10.0.2.4. `vm1`, `vm2` and `vm3` are in
  /// the spokes, all of which are peered with the hub and with `spoke2`; `admin` is in the hub.
  static var namedEndpoint: EstateBuilder {
    var lab = EstateBuilder()
    lab.network(
      "hub", ["10.0.0.0/16"], subnets: ["app": "10.0.1.0/24", "inbound": "10.0.2.0/28", "nva": "10.0.3.0/24"])
    lab.set(subnet("hub/inbound"), "delegations", [["properties": ["serviceName": "Microsoft.Network/dnsResolvers"]]])
    for (index, spoke) in ["spoke1", "spoke2", "spoke3"].enumerated() {
      let number = index + 1
      lab.network(
        spoke, ["10.\(number).0.0/16"], subnets: ["app": "10.\(number).1.0/24", "endpoints": "10.\(number).4.0/24"])
      lab.peer(spoke, "hub")
      if spoke != "spoke2" { lab.peer(spoke, "spoke2") }
      lab.machine("vm\(number)", in: "\(spoke)/app", "10.\(number).1.10")
    }
    lab.machine("dns", in: "hub/app", "10.0.1.53")
    lab.machine("admin", in: "hub/app", "10.0.1.10")
    lab.machine("nva", in: "hub/nva", "10.0.3.4", forwards: true)
    lab.set(network("spoke3"), "dhcpOptions", ["dnsServers": ["10.0.1.53"]])
    lab.add(sql, JSONObject([("publicNetworkAccess", "Disabled")]))
    lab.add(store, JSONObject([("publicNetworkAccess", "Disabled")]))
    lab.namedEndpoint("pe-sql", "10.2.4.5", of: sql, "sqlServer", sqlName, zone: sqlZone, "sql1")
    lab.namedEndpoint(
      "pe-blob", "10.2.4.6", of: store, "blob", "shopdata.blob.core.windows.net",
      zone: "privatelink.blob.core.windows.net", "shopdata")
    let resolver = id("dnsResolvers", "resolver")
    lab.add(resolver, JSONObject([("virtualNetwork", ["id": .string(network("hub"))])]))
    lab.add(
      "\(resolver)/inboundEndpoints/in", JSONObject([("ipConfigurations", [["privateIpAddress": "10.0.2.4"]])]))
    lab.add("\(resolver)/outboundEndpoints/out", JSONObject())
    return lab
  }

  private mutating func namedEndpoint(
    _ name: String, _ address: String, of target: String, _ group: String, _ fqdn: String, zone: String,
    _ record: String
  ) {
    endpoint(name, in: "spoke2/endpoints", address)
    let nic = Self.id("networkInterfaces", "\(name).nic")
    set(Self.endpoint(name), "networkInterfaces", [["id": .string(nic)]])
    connect(name, to: target, group, "Approved")
    let link: JSONValue = ["groupId": .string(group), "fqdns": [.string(fqdn)]]
    let properties: JSONValue = [
      "privateIPAddress": .string(address), "primary": true, "subnet": ["id": .string(Self.subnet("spoke2/endpoints"))],
      "privateLinkConnectionProperties": link,
    ]
    add(
      nic,
      JSONObject([
        ("privateEndpoint", ["id": .string(Self.endpoint(name))]),
        ("ipConfigurations", [["name": "ip", "properties": properties]]),
      ]))
    addZone(zone, linkedTo: ["hub", "spoke1", "spoke2"])
    addRecord(zone, record, address)
    zoneGroup(name, Self.zone(zone), [record], address)
  }

  /// Writes an endpoint's connection.
  mutating func connect(_ name: String, to target: String, _ group: String, _ status: String) {
    let properties: JSONValue = [
      "privateLinkServiceId": .string(target), "groupIds": [.string(group)],
      "privateLinkServiceConnectionState": ["status": .string(status)],
    ]
    set(Self.endpoint(name), "privateLinkServiceConnections", [["name": .string(name), "properties": properties]])
    let own: JSONValue = [
      "privateEndpoint": ["id": .string(Self.endpoint(name))],
      "privateLinkServiceConnectionState": ["status": .string(status)],
    ]
    set(
      target, "privateEndpointConnections",
      [["id": .string("\(target)/privateEndpointConnections/\(name)"), "properties": own]])
  }

  mutating func addZone(_ name: String, in group: String = group, linkedTo networks: [String]) {
    let zone = Self.zone(name, in: group)
    add(zone, JSONObject())
    add("\(zone)/SOA/@", JSONObject())
    for network in networks { linkZone(name, in: group, to: network) }
  }

  mutating func linkZone(_ name: String, in group: String = group, to network: String) {
    add(
      "\(Self.zone(name, in: group))/virtualNetworkLinks/\(network)",
      JSONObject([("virtualNetwork", ["id": .string(Self.network(network))]), ("registrationEnabled", false)]))
  }

  mutating func unlinkZone(_ name: String, from network: String) {
    remove("\(Self.zone(name))/virtualNetworkLinks/\(network)")
  }

  mutating func addRecord(_ zone: String, _ name: String, _ address: String) {
    add(
      "\(Self.zone(zone))/A/\(name)",
      JSONObject([("ttl", 10), ("aRecords", [["ipv4Address": .string(address)]])]))
  }

  /// An endpoint's zone group.
  mutating func zoneGroup(_ endpoint: String, _ zone: String, _ records: [String], _ address: String) {
    let sets = records.map { record -> JSONValue in
      ["recordType": "A", "recordSetName": .string(record), "ipAddresses": [.string(address)]]
    }
    add(
      "\(Self.endpoint(endpoint))/privateDnsZoneGroups/default",
      JSONObject([
        (
          "privateDnsZoneConfigs",
          [["name": "zone", "properties": ["privateDnsZoneId": .string(zone), "recordSets": .array(sets)]]]
        )
      ]))
  }

  /// A forwarding ruleset of the hub's resolver with one rule.
  mutating func addRuleset(linkedTo networks: [String], _ domain: String, to server: String) {
    let ruleset = Self.id("dnsForwardingRulesets", "rules")
    let outbound = "\(Self.id("dnsResolvers", "resolver"))/outboundEndpoints/out"
    add(ruleset, JSONObject([("dnsResolverOutboundEndpoints", [["id": .string(outbound)]])]))
    add(
      "\(ruleset)/forwardingRules/sql",
      JSONObject([("domainName", .string(domain)), ("targetDnsServers", [["ipAddress": .string(server), "port": 53]])]))
    for network in networks {
      add(
        "\(ruleset)/virtualNetworkLinks/\(network)",
        JSONObject([("virtualNetwork", ["id": .string(Self.network(network))])]))
    }
  }
}
