internal import AzureResources
internal import JSONDocument

/// The commands that create resources and children.
extension Change {
  static func create(_ id: ResourceID, _ properties: JSONObject, _ location: String?) -> String {
    let properties = JSONValue.object(properties)
    var command: AzureCommand
    switch id.kind {
    case .route:
      command = AzureCommand("network route-table route create", child: id, of: "--route-table-name")
      command.add("--address-prefix", texts(properties, "addressPrefix"))
      command.add("--next-hop-type", texts(properties, "nextHopType"))
      command.add("--next-hop-ip-address", texts(properties, "nextHopIpAddress"))
    case .routeTable:
      command = AzureCommand("network route-table create", named: id)
      command.add("--location", location.map { [$0] } ?? [])
    case .networkSecurityGroup:
      command = AzureCommand("network nsg create", named: id)
      command.add("--location", location.map { [$0] } ?? [])
    case .publicIPAddress:
      command = AzureCommand("network public-ip create", named: id)
      command.add("--location", location.map { [$0] } ?? [])
      command.add("--sku", ["Standard"])
      command.add("--allocation-method", texts(properties, "publicIPAllocationMethod"))
    case .virtualNetworkPeering:
      command = AzureCommand("network vnet peering create", child: id, of: "--vnet-name")
      command.add("--remote-vnet", texts(properties, "remoteVirtualNetwork"))
      for (property, option) in peeringFlags where properties[property] == .bool(true) { command.flag(option) }
    case .securityRule: command = securityRule(id, properties)
    case .connection: command = connection(id, properties, location)
    case .other where isBalancingRule(id):
      command = balancingRule(id, properties)
    case .privateDNSZone: command = AzureCommand("network private-dns zone create", named: id)
    case .privateDNSZoneLink:
      command = AzureCommand("network private-dns link vnet create", child: id, of: "-z")
      command.add("-v", texts(properties, "virtualNetwork"))
      command.add("-e", texts(properties, "registrationEnabled"))
    case .other where recordType(id) != nil: command = recordSet(id, properties)
    case .other where id.type.lowercased().hasSuffix("/privatednszonegroups"):
      command = zoneGroup(id, properties)
    case .other where id.type.lowercased().hasSuffix("/dnsforwardingrulesets/virtualnetworklinks"):
      command = AzureCommand("dns-resolver vnet-link create", child: id, of: "--ruleset-name")
      command.add("--id", texts(properties, "virtualNetwork"))
    default:
      command = AzureCommand("resource create")
      command.add("--id", [id.text])
      command.add("--location", location.map { [$0] } ?? [])
      command.add("--properties", [JSONWriter.text(properties, layout: .compact)])
    }
    return command.text
  }

  private static let peeringFlags = [
    ("allowVirtualNetworkAccess", "--allow-vnet-access"), ("allowForwardedTraffic", "--allow-forwarded-traffic"),
    ("allowGatewayTransit", "--allow-gateway-transit"), ("useRemoteGateways", "--use-remote-gateways"),
  ]

  private static func securityRule(_ id: ResourceID, _ properties: JSONValue) -> AzureCommand {
    var command = AzureCommand("network nsg rule create", child: id, of: "--nsg-name")
    for (option, names) in [
      ("--priority", ["priority"]), ("--direction", ["direction"]), ("--access", ["access"]),
      ("--protocol", ["protocol"]), ("--source-address-prefixes", ["sourceAddressPrefix", "sourceAddressPrefixes"]),
      ("--source-asgs", ["sourceApplicationSecurityGroups"]),
      ("--source-port-ranges", ["sourcePortRange", "sourcePortRanges"]),
      ("--destination-address-prefixes", ["destinationAddressPrefix", "destinationAddressPrefixes"]),
      ("--destination-asgs", ["destinationApplicationSecurityGroups"]),
      ("--destination-port-ranges", ["destinationPortRange", "destinationPortRanges"]),
    ] {
      command.add(option, names.flatMap { texts(properties, $0) })
    }
    return command
  }

  /// A site-to-site connection. Its key is the only thing that no estate tells.
  private static func connection(_ id: ResourceID, _ properties: JSONValue, _ location: String?) -> AzureCommand {
    var command = AzureCommand("network vpn-connection create", named: id)
    command.add("--location", location.map { [$0] } ?? [])
    command.add("--vnet-gateway1", texts(properties, "virtualNetworkGateway1"))
    command.add("--local-gateway2", texts(properties, "localNetworkGateway2"))
    command.add("--vnet-gateway2", texts(properties, "virtualNetworkGateway2"))
    command.add("--express-route-circuit2", texts(properties, "peer"))
    if properties["enableBgp"] == .bool(true) { command.flag("--enable-bgp") }
    if properties["peer"] == nil { command.flag("--shared-key \"$SHARED_KEY\"") }
    return command
  }

  private static func recordSet(_ id: ResourceID, _ properties: JSONValue) -> AzureCommand {
    let type = recordType(id) ?? "a"
    let verb = type == "cname" ? "set-record" : "add-record"
    var command = AzureCommand("network private-dns record-set \(type) \(verb)")
    command.add("--subscription", id.subscription.map { [String($0)] } ?? [])
    command.add("-g", [String(id.resourceGroup ?? "")])
    command.add("-z", [String(id.parent?.name ?? "")])
    command.add("-n", [String(id.name)])
    command.add("-a", properties["aRecords"]?.elements?.compactMap { $0["ipv4Address"]?.text } ?? [])
    command.add("-a", properties["aaaaRecords"]?.elements?.compactMap { $0["ipv6Address"]?.text } ?? [])
    command.add("-c", properties["cnameRecord"]?["cname"]?.text.map { [$0] } ?? [])
    return command
  }

  /// A group's records are Azure's to write.
  private static func zoneGroup(_ id: ResourceID, _ properties: JSONValue) -> AzureCommand {
    var command = AzureCommand("network private-endpoint dns-zone-group create", child: id, of: "--endpoint-name")
    for configuration in properties["privateDnsZoneConfigs"]?.elements ?? [] {
      let zone = (configuration["properties"] ?? configuration)["privateDnsZoneId"]?.text
      command.add("--private-dns-zone", zone.map { [$0] } ?? [])
      command.add("--zone-name", configuration["name"]?.text.map { [$0] } ?? [])
    }
    return command
  }

  private static func balancingRule(_ id: ResourceID, _ properties: JSONValue) -> AzureCommand {
    var command = AzureCommand("network lb rule create", child: id, of: "--lb-name")
    command.add("--protocol", texts(properties, "protocol"))
    command.add("--frontend-port", texts(properties, "frontendPort"))
    command.add("--backend-port", texts(properties, "backendPort"))
    command.add("--frontend-ip-name", names(properties, "frontendIPConfiguration"))
    command.add("--backend-pool-name", names(properties, "backendAddressPool"))
    command.add("--probe-name", names(properties, "probe"))
    return command
  }

  private static func texts(_ properties: JSONValue, _ property: String) -> [String] {
    properties[property].map { $0 == .null ? [] : words($0) } ?? []
  }

  private static func names(_ properties: JSONValue, _ property: String) -> [String] {
    properties[property]?["id"]?.text.flatMap { ResourceID($0) }.map { [String($0.name)] } ?? []
  }
}
