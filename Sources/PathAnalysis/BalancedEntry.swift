/// A public front end of a load balancer behind which a host is.
struct BalancedEntry: Sendable, Hashable {
  /// An index of `Estate.loadBalancers`.
  let balancer: Int
  /// An index of its `frontends`.
  let frontend: Int
  /// Whether a rule there leads to the host's port; a front end of a pool may have rules for others alone.
  let leadsToPort: Bool
}
