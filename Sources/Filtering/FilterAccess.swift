/// What filters do with a flow.
///
/// Kept apart from `FilterVerdict` because the compiled form gives it without one.
public enum FilterAccess: Sendable, Hashable {
  case allow
  case deny
  /// Nothing filters at the place: no group is attached and no rule of a network manager covers the flow (routing
  /// semantics D-012).
  case noFilters
  /// What would tell, in words.
  case unknown(String)
}
