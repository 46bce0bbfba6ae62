public import AzureFacts
internal import AzureResources
public import Filtering
internal import IPAddressing
public import JSONDocument

/// The rows of `effectiveNetworkSecurityGroups`, in the keys and spellings of recorded answers (routing semantics
/// D-112, D-113): `*` becomes the prefixes or ports it stands for, tags keep their name beside what they expand to.
public enum EffectiveSecurityGroupJSON {
  /// The whole answer: `{"value": [...]}`.
  ///
  /// - Parameter day: The day whose habits of Azure count.
  public static func answer(_ groups: [EffectiveSecurityGroup], on day: Day) -> JSONValue {
    let olderDenyRule = APIBehaviour.effectiveSecurityGroupsListOlderDenyRule.value(on: day) == "true"
    return ["value": .array(groups.map { entry($0, olderDenyRule: olderDenyRule) })]
  }

  /// One group.
  ///
  /// - Parameter olderDenyRule: Whether the last outbound rule is listed under its older name too.
  static func entry(_ group: EffectiveSecurityGroup, olderDenyRule: Bool) -> JSONValue {
    // Security admin rules are associated with their network manager (routing semantics D-106).
    let place =
      switch group.appliedTo.kind {
      case .subnet: "subnet"
      case .networkManager: "networkManager"
      default: "networkInterface"
      }
    let tags = group.tags.sorted { $0.key < $1.key }.map { ($0.key, texts($0.value.map { "\($0)" })) }
    return [
      "networkSecurityGroup": ["id": .string(group.group.text)],
      "association": .object(JSONObject([(place, ["id": .string(group.appliedTo.text)])])),
      "effectiveSecurityRules": .array(
        group.rules.flatMap { rule, isDefault in
          let isLast = isDefault && rule.direction == .outbound && rule.access == .deny
          let names = (olderDenyRule && isLast ? ["DefaultOutboundDenyAll"] : []) + [String(rule.name)]
          return names.map { row(rule, named: RuleName.path($0, isDefault: isDefault), group.tags) }
        }),
      "tagMap": .object(JSONObject(tags)),
    ]
  }

  /// Both families since 2026 (routing semantics D-113).
  private static let anywhere = ["0.0.0.0/0", "::/0"]

  /// One rule.
  ///
  /// - Parameters:
  ///   - name: As the call spells it.
  ///   - anywhere: What stands for every address.
  ///   - tags: What the tags expand to.
  static func row(
    _ rule: SecurityRule, named name: String, anywhere: [String] = anywhere, _ tags: [String: [IPPrefix]]
  ) -> JSONValue {
    let (source, destination) = (scope(rule.source, anywhere), scope(rule.destination, anywhere))
    let (sourcePorts, destinationPorts) = (ports(rule.sourcePorts), ports(rule.destinationPorts))
    var members: [(String, JSONValue)] = [
      ("name", .string(name)),
      ("protocol", .string(rule.transport == .any ? "All" : rule.transport.rawValue)),
      ("sourcePortRange", .string(sourcePorts.first ?? "")),
      ("destinationPortRange", .string(destinationPorts.first ?? "")),
      ("sourcePortRanges", texts(sourcePorts)),
      ("destinationPortRanges", texts(destinationPorts)),
      ("sourceAddressPrefix", .string(source.first ?? "")),
      ("destinationAddressPrefix", .string(destination.first ?? "")),
      ("sourceAddressPrefixes", texts(source)),
      ("destinationAddressPrefixes", texts(destination)),
    ]
    if let expanded = expansion(rule.source, tags) { members.append(("expandedSourceAddressPrefix", expanded)) }
    if let expanded = expansion(rule.destination, tags) {
      members.append(("expandedDestinationAddressPrefix", expanded))
    }
    members += [
      ("access", .string(rule.access.rawValue)), ("priority", .integer(Int64(rule.priority))),
      ("direction", .string(rule.direction.rawValue)),
    ]
    return .object(JSONObject(members))
  }

  private static func scope(_ scope: SecurityRuleScope, _ anywhere: [String]) -> [String] {
    switch scope {
    case .any: anywhere
    case .prefixes(let set): set.prefixes.map { "\($0)" }
    case .serviceTags(let names, let set): names + set.prefixes.map { "\($0)" }
    case .applicationSecurityGroups(let groups): groups.map(\.text)
    case .unknown: []
    }
  }

  private static func ports(_ ports: PortSet) -> [String] { ports.ranges.map { "\($0.lowerBound)-\($0.upperBound)" } }

  private static func expansion(_ scope: SecurityRuleScope, _ tags: [String: [IPPrefix]]) -> JSONValue? {
    guard case .serviceTags(let names, _) = scope else { return nil }
    let prefixes = names.compactMap { tags[$0] }.flatMap { $0 }
    return prefixes.isEmpty ? nil : texts(prefixes.map { "\($0)" })
  }

  private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
