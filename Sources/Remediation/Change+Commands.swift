internal import AzureResources
internal import JSONDocument

/// The commands of the Azure CLI that make a change.
extension Change {
  /// Complete commands: they name the subscription, and hold no placeholder but for secrets, which no estate tells.
  public var commands: [String] {
    switch self {
    case .set(let id, let property, let value): [Self.set(id, [(property, value)])]
    case .update(let id, let properties): [Self.set(id, properties.members.map { ($0.key, $0.value) })]
    case .add(let id, let property, let value): [Self.add(id, property, value)]
    case .put(let id, let properties, let location): [Self.create(id, properties, location)]
    case .delete(let id): [Self.delete(id)]
    case .approve(let endpoint, let connection): [Self.approve(endpoint, connection)]
    case .start(let id): ["az vm start --ids \(id)"]
    case .synchronise(peering: let id): [AzureCommand("network vnet peering sync", child: id, of: "--vnet-name").text]
    case .deploy(let manager, let configurations, let regions): [Self.deploy(manager, configurations, regions)]
    }
  }

  private static func deploy(_ manager: ResourceID, _ configurations: [ResourceID], _ regions: [String]) -> String {
    var command = AzureCommand("network manager post-commit")
    command.add("--network-manager-name", [String(manager.name)])
    command.add("-g", [String(manager.resourceGroup ?? "")])
    command.add("--commit-type", ["SecurityAdmin"])
    command.add("--target-locations", regions)
    command.add("--configuration-ids", configurations.map(\.text))
    command.add("--subscription", manager.subscription.map { [String($0)] } ?? [])
    return command.text
  }

  private static func approve(_ endpoint: ResourceID, _ connection: ResourceID?) -> String {
    guard let connection else {
      return "az network private-endpoint-connection approve --id <connection of \(endpoint.name) at its target>"
    }
    return
      "az network private-endpoint-connection approve --id \(AzureCommand.quoted(connection.text)) --description ok"
  }

  private static func delete(_ id: ResourceID) -> String {
    switch id.kind {
    case .privateDNSZoneLink: AzureCommand("network private-dns link vnet delete", child: id, of: "-z").text
    case .other where recordType(id) != nil:
      AzureCommand("network private-dns record-set \(recordType(id) ?? "a") delete", child: id, of: "-z").text
        + " --yes"
    case .route: AzureCommand("network route-table route delete", child: id, of: "--route-table-name").text
    case .virtualNetworkPeering: AzureCommand("network vnet peering delete", child: id, of: "--vnet-name").text
    case .securityRule: AzureCommand("network nsg rule delete", child: id, of: "--nsg-name").text
    case .other where isBalancingRule(id): AzureCommand("network lb rule delete", child: id, of: "--lb-name").text
    default: AzureCommand("resource delete", id: id).text
    }
  }

  private static func set(_ id: ResourceID, _ properties: [(String, JSONValue)]) -> String {
    var command = update(id)
    for (property, value) in properties {
      if command.takesGenericOptions, let option = options[Option(id.kind, property)] {
        let words = words(value)
        command.add(option, words.isEmpty ? [""] : words)
      } else {
        let prefix = command.takesGenericOptions ? "" : "properties."
        command.add("--set", ["\(prefix)\(property)=\(scalar(value))"])
      }
    }
    return command.text
  }

  private static func add(_ id: ResourceID, _ property: String, _ value: JSONValue) -> String {
    if id.parent?.kind == .networkInterface, property == "loadBalancerBackendAddressPools",
      let pool = value["id"]?.text
    {
      var command = AzureCommand("network nic ip-config address-pool add")
      command.add("-g", [String(id.resourceGroup ?? "")])
      command.add("--nic-name", [String(id.parent?.name ?? "")])
      command.add("--ip-config-name", [String(id.name)])
      command.add("--address-pool", [pool])
      command.add("--subscription", [String(id.subscription ?? "")])
      return command.text
    }
    var command = update(id)
    if command.takesGenericOptions {
      command.add("--add", [property] + words(value))
    } else {
      command = AzureCommand("resource update", id: id)
      command.add("--add", ["properties.\(property)"] + words(value))
    }
    return command.text
  }

  /// The command that changes a resource of a type.
  private static func update(_ id: ResourceID) -> AzureCommand {
    switch id.kind {
    case .networkInterface: AzureCommand("network nic update", id: id, isGeneric: true)
    case .subnet: AzureCommand("network vnet subnet update", id: id, isGeneric: true)
    case .virtualNetwork: AzureCommand("network vnet update", id: id, isGeneric: true)
    case .virtualNetworkPeering:
      AzureCommand("network vnet peering update", child: id, of: "--vnet-name", isGeneric: true)
    case .routeTable: AzureCommand("network route-table update", id: id, isGeneric: true)
    case .route:
      AzureCommand("network route-table route update", child: id, of: "--route-table-name", isGeneric: true)
    case .securityRule: AzureCommand("network nsg rule update", child: id, of: "--nsg-name", isGeneric: true)
    case .localNetworkGateway: AzureCommand("network local-gateway update", id: id, isGeneric: true)
    case .connection: AzureCommand("network vpn-connection update", id: id, isGeneric: true)
    case .virtualNetworkGateway: AzureCommand("network vnet-gateway update", id: id, isGeneric: true)
    default:
      if isBalancingRule(id) {
        AzureCommand("network lb rule update", child: id, of: "--lb-name", isGeneric: true)
      } else if id.parent?.kind == .networkInterface {
        AzureCommand("network nic ip-config update", child: id, of: "--nic-name", isGeneric: true)
      } else {
        AzureCommand("resource update", id: id)
      }
    }
  }

  static func isBalancingRule(_ id: ResourceID) -> Bool {
    id.parent?.kind == .loadBalancer && id.type.hasSuffix("/loadBalancingRules")
  }

  /// The type of a private zone's record set, as `az` writes it; nil for other ids.
  static func recordType(_ id: ResourceID) -> String? {
    guard id.parent?.kind == .privateDNSZone, id.kind == .other else { return nil }
    return id.type.split(separator: "/").last.map { $0.lowercased() }
  }

  /// A type's property that has an option of its own.
  private struct Option: Hashable {
    let kind: ResourceKind
    let property: String

    init(_ kind: ResourceKind, _ property: String) {
      self.kind = kind
      self.property = property
    }
  }

  private static let options: [Option: String] = [
    Option(.networkInterface, "enableIPForwarding"): "--ip-forwarding",
    Option(.networkInterface, "networkSecurityGroup"): "--network-security-group",
    Option(.subnet, "routeTable"): "--route-table",
    Option(.subnet, "networkSecurityGroup"): "--network-security-group",
    Option(.subnet, "natGateway"): "--nat-gateway",
    Option(.subnet, "privateEndpointNetworkPolicies"): "--private-endpoint-network-policies",
    Option(.subnet, "defaultOutboundAccess"): "--default-outbound-access",
    Option(.virtualNetwork, "dhcpOptions.dnsServers"): "--dns-servers",
    Option(.networkInterface, "dnsSettings.dnsServers"): "--dns-servers",
    Option(.routeTable, "disableBgpRoutePropagation"): "--disable-bgp-route-propagation",
    Option(.route, "nextHopIpAddress"): "--next-hop-ip-address",
    Option(.route, "nextHopType"): "--next-hop-type",
    Option(.route, "addressPrefix"): "--address-prefix",
    Option(.securityRule, "access"): "--access",
    Option(.securityRule, "priority"): "--priority",
    Option(.localNetworkGateway, "localNetworkAddressSpace.addressPrefixes"): "--local-address-prefixes",
    // The ip configurations of a NIC have no kind of their own.
    Option(.other, "applicationSecurityGroups"): "--application-security-groups",
    Option(.other, "publicIPAddress"): "--public-ip-address",
    // Nor have the rules of a load balancer.
    Option(.other, "protocol"): "--protocol",
    Option(.other, "frontendPort"): "--frontend-port",
    Option(.other, "backendPort"): "--backend-port",
  ]

  /// A value as the words of an option: the elements of a list, the id of a reference, `null` for none.
  static func words(_ value: JSONValue) -> [String] {
    if let elements = value.elements { return elements.flatMap { words($0) } }
    return [scalar(value)]
  }

  private static func scalar(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): "\(number)"
    case .string(let text): text
    default: value["id"]?.text ?? JSONWriter.text(value, layout: .compact)
    }
  }
}
