internal import JSONDocument

/// Network security groups, application security groups and security admin rules.
extension EstateBuilder {
  public static func securityGroup(_ name: String) -> String { id("networkSecurityGroups", name) }
  public static func applicationGroup(_ name: String) -> String { id("applicationSecurityGroups", name) }
  public static var manager: String { id("networkManagers", "manager") }

  /// A network security group, attached to subnets (`hub/app`) and to machines' NICs.
  public mutating func securityGroup(_ name: String, subnets: [String] = [], machines: [String] = []) {
    add(Self.securityGroup(name), JSONObject([("securityRules", [])]))
    for subnet in subnets {
      set(Self.subnet(subnet), "networkSecurityGroup", Self.reference(Self.securityGroup(name)))
    }
    for machine in machines { set(Self.nic(machine), "networkSecurityGroup", Self.reference(Self.securityGroup(name))) }
  }

  /// A rule of a group. `from` and `to` are a prefix, a service tag or `*`, or `asg:name`.
  public mutating func rule(
    _ group: String, _ name: String, _ priority: Int, _ direction: String, _ access: String, _ transport: String = "*",
    from: [String] = ["*"], sourcePorts: [String] = ["*"], to: [String] = ["*"], ports: [String] = ["*"]
  ) {
    var properties = JSONObject([
      ("priority", .integer(Int64(priority))), ("direction", .string(direction)), ("access", .string(access)),
      ("protocol", .string(transport)), ("sourcePortRanges", Self.list(sourcePorts)),
      ("destinationPortRanges", Self.list(ports)),
    ])
    for (side, texts) in [("source", from), ("destination", to)] {
      let groups = texts.filter { $0.hasPrefix("asg:") }.map { Self.applicationGroup(String($0.dropFirst(4))) }
      if groups.isEmpty {
        properties["\(side)AddressPrefixes"] = Self.list(texts)
      } else {
        properties["\(side)ApplicationSecurityGroups"] = .array(groups.map { Self.reference($0) })
      }
    }
    add("\(Self.securityGroup(group))/securityRules/\(name)", properties)
  }

  /// Puts a machine's NIC into application security groups; its subnet and address are written anew.
  public mutating func join(_ machine: String, in subnet: String, _ address: String, _ groups: [String]) {
    let properties: JSONValue = [
      "privateIPAddress": .string(address), "subnet": Self.reference(Self.subnet(subnet)), "primary": true,
      "applicationSecurityGroups": .array(groups.map { Self.reference(Self.applicationGroup($0)) }),
    ]
    set(Self.nic(machine), "ipConfigurations", [["name": "ipconfig1", "properties": properties]])
  }

  /// A network group of a network manager with static members; nil where nothing tells them.
  public mutating func networkGroup(_ name: String, _ networks: [String]?, manager: String = EstateBuilder.manager) {
    let listed = networks?.map { network -> JSONValue in
      ["name": .string(network), "properties": ["resourceId": .string(Self.network(network))]]
    }
    add("\(manager)/networkGroups/\(name)", JSONObject(listed.map { [("staticMembers", .array($0))] } ?? []))
  }

  /// A security admin configuration with one collection, `rules`, for a network group.
  public mutating func adminConfiguration(
    _ name: String, for group: String, intentPolicies: String = "None", manager: String = EstateBuilder.manager
  ) {
    let id = "\(manager)/securityAdminConfigurations/\(name)"
    add(id, JSONObject([("applyOnNetworkIntentPolicyBasedServices", Self.list([intentPolicies]))]))
    add(
      "\(id)/ruleCollections/rules",
      JSONObject([("appliesToGroups", [["networkGroupId": .string("\(manager)/networkGroups/\(group)")]])]))
  }

  /// A security admin rule. `from` and `to` are a prefix, a service tag or `*`, or `group:name`.
  public mutating func adminRule(
    _ configuration: String, _ name: String, _ priority: Int, _ direction: String, _ access: String,
    _ transport: String = "Any", from: [String] = ["*"], to: [String] = ["*"], ports: [String] = ["0-65535"],
    manager: String = EstateBuilder.manager
  ) {
    func side(_ texts: [String]) -> JSONValue {
      .array(
        texts.map { text in
          guard text.hasPrefix("group:") else {
            let type = text.first?.isLetter == true ? "ServiceTag" : "IPPrefix"
            return ["addressPrefix": .string(text), "addressPrefixType": .string(type)]
          }
          let id = "\(manager)/networkGroups/\(text.dropFirst(6))"
          return ["addressPrefix": .string(id), "addressPrefixType": "NetworkGroup"]
        })
    }
    add(
      "\(manager)/securityAdminConfigurations/\(configuration)/ruleCollections/rules/rules/\(name)",
      JSONObject([
        ("priority", .integer(Int64(priority))), ("direction", .string(direction)), ("access", .string(access)),
        ("protocol", .string(transport)), ("sources", side(from)), ("destinations", side(to)),
        ("sourcePortRanges", ["0-65535"]), ("destinationPortRanges", Self.list(ports)),
      ]), [("kind", "Custom")])
  }
}
