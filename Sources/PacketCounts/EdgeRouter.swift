/// One of the two Microsoft enterprise edge routers (MSEEs) that a circuit ends at.
public enum EdgeRouter: String, Sendable, Hashable, CaseIterable {
  case primary
  case secondary

  /// The other one of the pair.
  public var other: EdgeRouter { self == .primary ? .secondary : .primary }
}
