internal import AzureResources
internal import Estate
internal import JSONDocument

/// Who has which role where, as a snapshot holds it: resources, or recorded lists.
struct RoleAssignments {
  struct Assignment: Hashable {
    /// In lower case.
    let principal: String
    let definition: String
    /// In lower case, without a slash at its end.
    let scope: String
    /// As it was written.
    let writtenScope: String

    var role: BuiltInRole? { BuiltInRole.of(definition: definition) }

    /// Whether it counts for a resource: at the resource or above it. Which subscriptions a management group has isn't
    /// told; what was recorded for an account is taken to be above.
    func covers(_ resource: String) -> Bool {
      scope.isEmpty || scope.contains("/managementgroups/") || resource.lowercased() == scope
        || resource.lowercased().hasPrefix(scope + "/")
    }
  }

  private(set) var all: [Assignment] = []

  /// - Complexity: O(resources + observations).
  init(_ estate: Estate) {
    for record in estate.records where record.id.type.lowercased() == "microsoft.authorization/roleassignments" {
      if let json = estate.json(record.id) { add(json) }
    }
    for observation in estate.observations where observation.path.lowercased().hasSuffix("/roleassignments") {
      let response = estate.text.value(at: observation.source)?[observation.responseKey]
      for json in response?["value"]?.elements ?? response?.elements ?? [] { add(json) }
    }
  }

  private mutating func add(_ json: JSONValue) {
    let properties = json["properties"] ?? json
    guard let principal = properties["principalId"]?.text, let definition = properties["roleDefinitionId"]?.text else {
      return
    }
    let written = properties["scope"]?.text ?? ""
    var scope = written.lowercased()
    while scope.hasSuffix("/") { scope.removeLast() }
    all.append(
      Assignment(principal: principal.lowercased(), definition: definition, scope: scope, writtenScope: written))
  }

  /// Those of some accounts.
  func of(_ accounts: [String]) -> [Assignment] { all.filter { accounts.contains($0.principal) } }
}
