public import AzureResources
public import JSONDocument

/// Which of Microsoft's services are announced over Microsoft peering.
public struct RouteFilter: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let provisioningState: String?
  public let rules: [Rule]
  /// The peerings that it is attached to.
  public let peerings: [ResourceID]

  /// One rule; Azure takes one of `Allow`.
  public struct Rule: Sendable, Hashable {
    public let name: String?
    public let access: String?
    public let routeFilterRuleType: String?
    /// Such as `12076:5010`.
    public let communities: [String]
  }

  public init(_ json: JSONValue, id: ResourceID) {
    self.id = id
    let properties = json.armProperties
    location = json.text("location")
    provisioningState = properties.text("provisioningState")
    rules = properties.list("rules").map { json in
      let properties = json.armProperties
      return Rule(
        name: json.text("name"), access: properties.text("access"),
        routeFilterRuleType: properties.text("routeFilterRuleType"), communities: properties.texts("communities"))
    }
    let lists = properties.list("peerings") + properties.list("ipv6Peerings")
    peerings = lists.compactMap { $0["id"]?.text.flatMap { ResourceID($0) } }
  }
}
