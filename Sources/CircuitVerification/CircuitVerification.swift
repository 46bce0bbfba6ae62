public import ExpressRouteFacts
public import Findings

/// What came of verifying a circuit from the customer's edge to the gateway.
public struct CircuitVerification: Sendable, Hashable {
  /// The verdict, cause and checks, in the guide's order.
  public let verification: Verification
  /// The checks with where they lie, in the same order.
  public let findings: [CircuitFinding]
  public let model: ConnectivityModel
  /// Whether the model was inferred, not given.
  public let isModelInferred: Bool
  public let chain: NetworkPointChain
  /// What the private peering carries.
  public let reach: CircuitReach

  /// The finding that is the cause.
  public var cause: CircuitFinding? { findings.first { $0.check.status == .fail } }

  /// The network points at which it breaks, or may.
  public var brokenPoints: [NetworkPoint] { cause?.points ?? [] }
}
