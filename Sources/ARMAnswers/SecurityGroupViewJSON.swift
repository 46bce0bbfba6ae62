internal import AzureFacts
internal import AzureResources
internal import Filtering
internal import JSONDocument

/// The parts of a `securityGroupView` answer.
///
/// - Source: recorded answers of 2017 to 2024 (keys, their order and spellings; routing semantics D-115).
enum SecurityGroupViewJSON {
  /// Older names of the deny rules at the end of each direction, listed beside the present ones in every recording.
  private static func olderDenyRule(_ direction: TrafficDirection) -> JSONValue {
    let ports: JSONValue = ["0-65535"]
    return [
      "name": .string("Default\(direction.rawValue)DenyAll"), "protocol": "All", "sourcePortRange": "0-65535",
      "destinationPortRange": "0-65535", "sourcePortRanges": ports, "destinationPortRanges": ports,
      "sourceAddressPrefix": "*", "destinationAddressPrefix": "*", "sourceAddressPrefixes": ["*"],
      "destinationAddressPrefixes": ["*"], "access": "Deny", "priority": 65500,
      "direction": .string(direction.rawValue),
    ]
  }

  /// The effective rules of one group: outbound before inbound, in each direction the default rules before the others.
  static func effectiveRules(_ group: EffectiveSecurityGroup) -> [JSONValue] {
    [TrafficDirection.outbound, .inbound].flatMap { direction in
      let rules = group.rules.filter { $0.rule.direction == direction }
      let ordered = rules.filter(\.isDefault) + rules.filter { !$0.isDefault }
      return [olderDenyRule(direction)]
        + ordered.map { rule, isDefault in
          EffectiveSecurityGroupJSON.row(
            rule, named: RuleName.prefixed(rule.name, isDefault: isDefault), anywhere: ["0.0.0.0/0", "0.0.0.0/0"], [:])
        }
    }
  }

  /// The default rules as resources; they belong to no group, so that their ids lack the names.
  static let defaultRules: [JSONValue] = DefaultSecurityRule.all.map { rule in
    let type = "Microsoft.Network/networkSecurityGroups"
    return [
      "name": .string(rule.name),
      "id": .string("/subscriptions//resourceGroups//providers/\(type)//defaultSecurityRules/\(rule.name)"),
      "type": .string("\(type)/defaultSecurityRules"),
      "properties": [
        "provisioningState": "Succeeded", "description": .string(rule.description), "protocol": "*",
        "sourcePortRange": "*", "destinationPortRange": "*", "sourceAddressPrefix": .string(rule.source),
        "destinationAddressPrefix": .string(rule.destination), "access": .string(rule.access),
        "priority": .integer(Int64(rule.priority)), "direction": .string(rule.direction), "sourcePortRanges": [],
        "destinationPortRanges": [], "sourceAddressPrefixes": [], "destinationAddressPrefixes": [],
      ],
    ]
  }
}
