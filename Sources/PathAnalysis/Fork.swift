public import AzureResources
public import IPAddressing

/// A station at which flows are spread over several equally good ways, and the one that a path took.
///
/// Which one a flow falls to is decided by a hash of its addresses and ports (routing semantics E-021, B-076).
public struct Fork: Sendable, Hashable {
  /// What spreads them: a user route, a Route Server's gateway route or a load balancer; nil where that isn't a resource.
  public let resource: ResourceID?
  /// How many ways there are.
  public let count: Int
  /// The position of the way taken, with those first that can't handle the packet.
  public let taken: Int
  /// The address that the way taken leads to.
  public let address: IPAddress?
  /// What has the address; nil where the snapshot doesn't show it.
  public let device: ResourceID?
}
