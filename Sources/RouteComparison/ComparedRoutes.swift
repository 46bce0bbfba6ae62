/// How the computed routes of a NIC agree with Azure's own answer.
public struct ComparedRoutes: Sendable, Hashable {
  /// When Azure was asked; nil where the record doesn't say.
  public let observedAt: String?
  /// Rows that are equal on both sides.
  public let agreeing: Int
  /// Rows that differ: Azure's in their order, then the computed ones that Azure doesn't have.
  public let differences: [RouteDifference]
}
