public import AzureResources
public import RouteComparison
public import Routing

/// The effective routes of one NIC or subnet.
public struct RouteTableEntry: Sendable {
  /// The NIC or subnet.
  public let id: ResourceID
  public let table: EffectiveRouteTable
  /// How they agree with Azure's own answer; nil where the snapshot holds none.
  public let comparison: ComparedRoutes?

  /// The routes of `id`.
  public init(_ id: ResourceID, _ table: EffectiveRouteTable, comparison: ComparedRoutes? = nil) {
    self.id = id
    self.table = table
    self.comparison = comparison
  }
}
