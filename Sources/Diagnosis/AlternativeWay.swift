public import Findings
public import PathAnalysis

/// One of several ways that flows of a connection take; which of them one falls to, a hash of its addresses and ports
/// decides.
public struct AlternativeWay: Sendable {
  /// The forks on the way there, each with the way taken.
  public let forks: [Fork]
  /// The forks on the way back that were taken.
  public let forksBack: [Fork]
  public let forward: Trace
  /// nil where nothing is known of the other side's routes.
  public let wayBack: Trace?
  public let verdict: Verdict
  /// What stops the flows that fall to it; nil unless they are blocked.
  public let cause: CheckCode?
  /// What tells it from the others, such as `nva-2`.
  public let name: String
}
