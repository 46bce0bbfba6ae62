public import AzureResources

/// A member of a load balancer's pool that gets no flows while others do.
public struct SpareBackend: Sendable, Hashable {
  /// Why its health probe fails (routing semantics E-022, E-023).
  public enum Reason: Sendable, Hashable {
    case stopped(machine: ResourceID, PowerState)
    case probeDenied(FilterPassage)
  }

  public let balancer: ResourceID
  /// Its NIC.
  public let interface: ResourceID
  public let reason: Reason
}
