public import ExpressRouteFacts
public import Findings
public import HybridConnectivity

/// One check of a circuit, and where it lies.
public struct CircuitFinding: Sendable, Hashable {
  public let check: Check
  /// The network points that it is about: those that may be at fault where it fails, that are proven where it passes.
  public let points: [NetworkPoint]
  /// The path; nil for both, or where paths don't matter.
  public let path: DevicePath?
  public let peering: PeeringType?
}
