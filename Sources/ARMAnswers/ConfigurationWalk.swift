internal import AzureResources
internal import Estate
internal import Filtering
internal import IPAddressing
internal import JSONDocument

/// Judges a profile one of whose sides is a prefix, a service tag or everything. A rule matches a side that it covers
/// whole: then it decides for every flow of the profile.
struct ConfigurationWalk {
  private let estate: Estate
  private let profile: ConfigurationProfile
  private let memberships: Set<ResourceID>

  /// - Parameter interface: The NIC at which it is judged, as an index of `Estate.networkInterfaces`.
  init(_ estate: Estate, _ profile: ConfigurationProfile, _ interface: Int) {
    self.estate = estate
    self.profile = profile
    memberships = Set(estate.networkInterfaces[interface].ipConfigurations.flatMap(\.applicationSecurityGroups))
  }

  /// The answer's result; nil where no group applies.
  ///
  /// - Parameter groups: The groups at the NIC, the subnet's first.
  /// - Throws: `SnapshotIncomplete` where the prefixes of a tag would decide and aren't known.
  /// - Complexity: O(rules), and O(NICs) for each rule that names an application security group.
  func result(_ groups: [EffectiveSecurityGroup]) throws(ARMError) -> JSONValue? {
    guard !groups.isEmpty else { return nil }
    var evaluated: [JSONValue] = []
    var isDenied = false
    for group in profile.direction == .inbound ? groups : groups.reversed() where !isDenied {
      let (json, access) = try evaluation(group)
      evaluated.append(json)
      isDenied = access != .allow
    }
    return [
      "securityRuleAccessResult": isDenied ? "Deny" : "Allow", "evaluatedNetworkSecurityGroups": .array(evaluated),
    ]
  }

  private func evaluation(_ group: EffectiveSecurityGroup) throws(ARMError) -> (JSONValue, SecurityRuleAccess?) {
    var parts: [JSONValue] = []
    var object = JSONObject([
      ("networkSecurityGroupId", .string(group.group.text)), ("appliedTo", .string(group.appliedTo.text)),
    ])
    var access: SecurityRuleAccess?
    for (rule, isDefault) in group.rules where rule.direction == profile.direction && applies(rule) {
      let name = JSONValue.string(RuleName.prefixed(rule.name, isDefault: isDefault))
      let matches = [
        rule.transport == .any || rule.transport == profile.transport,
        try covers(rule.source, profile.source, group.tags), covers(rule.sourcePorts, nil),
        try covers(rule.destination, profile.destination, group.tags), covers(rule.destinationPorts, profile.port),
      ]
      parts.append([
        "name": name, "protocolMatched": .bool(matches[0]), "sourceMatched": .bool(matches[1]),
        "sourcePortMatched": .bool(matches[2]), "destinationMatched": .bool(matches[3]),
        "destinationPortMatched": .bool(matches[4]),
      ])
      guard matches.allSatisfy({ $0 }) else { continue }
      object["matchedRule"] = ["ruleName": name, "action": .string(rule.access.rawValue)]
      access = rule.access
      break
    }
    object["rulesEvaluationResult"] = .array(parts)
    return (.object(object), access)
  }

  /// A rule that names an application security group on the NIC's own side is passed over for NICs outside it (D-071).
  private func applies(_ rule: SecurityRule) -> Bool {
    guard case .applicationSecurityGroups(let named) = profile.direction == .inbound ? rule.destination : rule.source
    else { return true }
    return named.contains(where: memberships.contains)
  }

  private func covers(
    _ scope: SecurityRuleScope, _ end: ProfileEnd, _ tags: [String: [IPPrefix]]
  ) throws(ARMError) -> Bool {
    switch scope {
    case .any: return true
    case .prefixes(let set): return try set.contains(addresses(of: end, tags))
    case .serviceTags(let names, let set):
      if case .serviceTag(let name) = end, names.contains(where: { $0.matches(name) }) { return true }
      var all = set
      var unknown: String?
      for name in names {
        if let prefixes = tags[name] { all.formUnion(IPAddressSet(prefixes: prefixes)) } else { unknown = name }
      }
      if try all.contains(addresses(of: end, tags)) { return true }
      if let unknown { throw lacking(unknown) }
      return false
    case .applicationSecurityGroups(let named):
      let members = estate.networkInterfaces.lazy.flatMap(\.ipConfigurations).filter { configuration in
        configuration.applicationSecurityGroups.contains(where: named.contains)
      }
      let set = IPAddressSet(prefixes: members.compactMap { $0.privateIPAddress.map { IPPrefix(host: $0) } })
      return try set.contains(addresses(of: end, tags))
    case .unknown: throw .snapshotIncomplete("A rule has a side that the snapshot doesn't hold.")
    }
  }

  /// Ports count for TCP and UDP alone (D-160); an open port is covered by a rule for any port.
  private func covers(_ ports: PortSet, _ port: UInt16?) -> Bool {
    guard [.tcp, .udp, .any].contains(profile.transport) else { return true }
    return port.map { ports.contains($0) } ?? (ports == .any)
  }

  private func addresses(of end: ProfileEnd, _ tags: [String: [IPPrefix]]) throws(ARMError) -> IPAddressSet {
    if let known = end.addresses(tags) { return known }
    guard case .serviceTag(let name) = end else { return IPAddressSet() }
    throw lacking(name)
  }

  private func lacking(_ tag: String) -> ARMError {
    .snapshotIncomplete(
      "The prefixes of service tag \(tag.prefix(200)) are not in the snapshot. Name Azure's service-tag file with "
        + "--service-tags.")
  }
}
