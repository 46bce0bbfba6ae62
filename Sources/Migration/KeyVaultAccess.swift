internal import AzureResources
internal import Estate
internal import JSONDocument

/// What a key vault lets in, as a snapshot holds it.
struct KeyVaultAccess {
  /// Roles decide over data; else access policies do.
  let usesRoles: Bool
  let policies: [Policy]
  /// Nil where the vault doesn't say, which is open.
  let publicNetworkAccess: String?
  /// `Allow` or `Deny`; nil without rules, which is open.
  let defaultAction: String?
  let connections: [String]

  struct Policy {
    /// In lower case.
    let objectID: String
    let secrets: [String]
    let certificates: [String]

    /// Whether it lets an appliance's registration in: rights on secrets and on certificates.
    var isEnough: Bool { Self.writes(secrets) && Self.writes(certificates) }

    private static func writes(_ rights: [String]) -> Bool {
      rights.contains { ["all", "set", "create", "import", "update"].contains($0) }
    }
  }

  /// Whether calls by the public way are turned away.
  var isClosed: Bool { publicNetworkAccess?.lowercased() == "disabled" || defaultAction?.lowercased() == "deny" }

  /// Nil where the snapshot lacks the vault.
  init?(_ vault: ResourceID, _ estate: Estate) {
    guard let json = estate.json(vault) else { return nil }
    let properties = json["properties"] ?? json
    usesRoles = properties["enableRbacAuthorization"]?.flag ?? false
    policies = (properties["accessPolicies"]?.elements ?? []).compactMap { policy in
      guard let id = policy["objectId"]?.text else { return nil }
      func rights(_ name: String) -> [String] {
        policy["permissions"]?[name]?.elements?.compactMap { $0.text?.lowercased() } ?? []
      }
      return Policy(objectID: id.lowercased(), secrets: rights("secrets"), certificates: rights("certificates"))
    }
    publicNetworkAccess = properties["publicNetworkAccess"]?.text
    defaultAction = properties["networkAcls"]?["defaultAction"]?.text
    connections = (properties["privateEndpointConnections"]?.elements ?? []).compactMap { connection in
      (connection["properties"] ?? connection)["privateLinkServiceConnectionState"]?["status"]?.text
    }
  }
}
