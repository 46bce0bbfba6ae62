public import AzureResources

/// Why a route that its owner contributes does not take traffic in a table.
public enum Displacement: Sendable, Hashable {
  /// A user route of the same prefix. Azure still prints the row, as `Invalid`.
  case overriddenByUserRoute(ResourceID)
  /// A user route that covers a private endpoint in a subnet with network policies for routes; printed as `Invalid`
  /// (routing semantics B-054).
  case overriddenByPolicy(ResourceID)
  /// A user route of the same prefix as a platform route to nowhere, which then is not printed.
  case replacedByUserRoute(ResourceID)
  /// A learned route of the same prefix; the row is not printed (B-072).
  case replacedByLearnedRoute
  /// The default route goes to an appliance or gateway, and with it go the platform's routes to nowhere (B-030).
  case droppedWithDefaultRoute
  /// The network's own address space covers the platform's route to nowhere (B-025 to B-027).
  case coveredByNetwork
  /// A learned route that lies in the network's own or a peer's address space is never programmed (B-066, B-090).
  case insideConnectedNetwork

  /// Whether Azure prints the row, as `Invalid`, or leaves it out.
  public var isPrinted: Bool {
    switch self {
    case .overriddenByUserRoute, .overriddenByPolicy: true
    default: false
    }
  }
}
