public import AzureResources
public import Estate
internal import JSONDocument

/// Who may reach a service from outside its private endpoints, by its own switches.
///
/// - Source: private endpoint semantics C.2.3.
public struct TargetAccess: Sendable, Hashable {
  public enum State: String, Sendable, Hashable {
    /// Anybody, as far as the network goes.
    case open
    /// Those whom its firewall lists.
    case restricted
    /// Nobody.
    case closed
    /// The snapshot doesn't say.
    case unknown
  }

  public let state: State
  /// `publicNetworkAccess` as written; nil where it is absent.
  public let publicNetworkAccess: String?
  /// Addresses and networks that the firewall lets in.
  public let exceptions: Int

  /// - Complexity: O(size of the service's text).
  public init(_ estate: Estate, of target: ResourceID?) {
    guard let target, let json = estate.json(target) else {
      (state, publicNetworkAccess, exceptions) = (.unknown, nil, 0)
      return
    }
    let properties = json["properties"] ?? json
    let rules = properties["networkAcls"] ?? properties["networkRuleSet"]
    publicNetworkAccess = properties["publicNetworkAccess"]?.text
    exceptions =
      (rules?["ipRules"]?.elements?.count ?? 0) + (rules?["virtualNetworkRules"]?.elements?.count ?? 0)
      + (rules?["resourceAccessRules"]?.elements?.count ?? 0)
    let denies = rules?["defaultAction"]?.text?.lowercased() == "deny"
    switch publicNetworkAccess?.lowercased() {
    case "disabled", "securedbyperimeter": state = .closed
    case _ where denies: state = exceptions > 0 ? .restricted : .closed
    case "enabled": state = .open
    default: state = .unknown
    }
  }
}
