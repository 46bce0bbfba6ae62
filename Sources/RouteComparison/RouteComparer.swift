internal import AzureResources
public import AzureFacts
public import Estate
internal import IPAddressing
public import Routing

/// Compares the computed routes of a subnet with what Azure answered for one of its NICs.
///
/// The order of rows doesn't count: Azure promises none.
public struct RouteComparer: Sendable {
  let table: EffectiveRouteTable
  /// The day whose platform routes were used.
  let day: Day
  let region: String?

  /// - Parameters:
  ///   - table: The computed routes.
  ///   - subnet: An index of `Estate.subnets`.
  ///   - day: The day for which they were computed.
  public init(_ table: EffectiveRouteTable, ofSubnet subnet: Int, in estate: Estate, asOf day: Day) {
    self.table = table
    self.day = day
    region = estate.virtualNetworks[estate.subnets[subnet].network].location
  }

  /// - Complexity: O(rows × their prefixes), plus O(differing rows²).
  public func compare(with observed: ObservedRoutes) -> ComparedRoutes {
    var open = Matching(table.routes, observed.routes)
    let agreeing = open.removeEqualRows()
    let pairs = open.removePairs()
    let explainer = DifferenceExplainer(table: table, day: day, region: region, answer: observed)
    let differences =
      pairs.map { explainer.difference($0.observed, $0.computed) }
      + open.observed.map { explainer.difference($0, nil) }
      + open.computed.map { explainer.difference(nil, $0) }
    return ComparedRoutes(observedAt: observed.observedAt, agreeing: agreeing, differences: differences)
  }
}
