public import Estate

/// What answers at a private address of a network.
public enum AddressOwner: Sendable, Hashable {
  /// A NIC, as an index of `Estate.networkInterfaces`.
  case interface(Int)
  /// A load balancer's front end, as indexes of `Estate.loadBalancers` and of its `frontends`.
  case loadBalancer(Int, frontend: Int)
  /// An index of `Estate.azureFirewalls`.
  case firewall(Int)
  /// An index of `Estate.virtualNetworkAppliances`.
  case managedAppliance(Int)
  /// An index of `Estate.virtualNetworkGateways`.
  case gateway(Int)
  case privateEndpoint(PrivateEndpointAddress)
}
