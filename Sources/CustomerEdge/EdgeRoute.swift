public import IPAddressing

/// A prefix that a router announces or received.
public struct EdgeRoute: Sendable, Hashable {
  public let network: IPPrefix
  /// The AS numbers, nearest first; empty for the router's own prefix.
  public let path: [UInt32]
}
