import JSONDocument

/// What of an answer about filters follows from the configuration, in an order that doesn't depend on the answer's.
enum RecordedRules {
  /// Every rule of every group, with what decides.
  static func effective(_ answer: JSONValue) -> [String] {
    list(answer, "value").flatMap { entry in
      list(entry, "effectiveSecurityRules").map { rule in
        let texts = ["direction", "access", "name", "protocol"].map { text(rule[$0]) }
        return "\(text(entry["networkSecurityGroup"]?["id"])) \(rule["priority"] ?? .null) \(texts)"
      }
    }.sorted()
  }

  /// The names of the rules at each NIC.
  static func view(_ answer: JSONValue) -> [String] {
    list(answer, "networkInterfaces").flatMap { interface in
      list(interface["securityRuleAssociations"] ?? .null, "effectiveSecurityRules").map { rule in
        "\(text(interface["id"])) \(text(rule["name"]))"
      }
    }.sorted()
  }

  /// The access of each result, and each group's rule.
  static func diagnostic(_ answer: JSONValue) -> [String] {
    list(answer, "results").map { result in
      let filter = result["networkSecurityGroupResult"] ?? .null
      let groups = list(filter, "evaluatedNetworkSecurityGroups").map { group in
        let rule = group["matchedRule"] ?? .null
        let parts = list(group, "rulesEvaluationResult").map { "\($0)".lowercased() }
        return "\(text(group["networkSecurityGroupId"])) \(text(rule["ruleName"])) \(text(rule["action"])) \(parts)"
      }
      return "\(text(filter["securityRuleAccessResult"])) \(groups)"
    }
  }

  /// Each resource with its associations.
  static func topology(_ answer: JSONValue) -> [String] {
    list(answer, "resources").map { resource in
      let associations = list(resource, "associations").map { association in
        "\(text(association["associationType"])) \(text(association["name"])) \(text(association["resourceId"]))"
      }
      return "\(text(resource["id"])) \(text(resource["location"])) \(associations.sorted())"
    }.sorted()
  }

  private static func list(_ value: JSONValue, _ key: String) -> [JSONValue] { value[key]?.elements ?? [] }
  private static func text(_ value: JSONValue?) -> String { value?.text?.lowercased() ?? "" }
}
