public import AzureResources

/// What the platform hands packets to that are addressed to a public address (routing semantics E-070).
public enum PublicEntry: Sendable, Hashable {
  /// A NIC, one to one: an index of `Estate.networkInterfaces`, and its ip configuration.
  case interface(Int, configuration: ResourceID)
  /// A load balancer's front end, as indexes of `Estate.loadBalancers` and of its `frontends`.
  case loadBalancer(Int, frontend: Int)
  /// An index of `Estate.azureFirewalls`; its NAT rules say where packets go.
  case firewall(Int)
  /// An index of `Estate.applicationGateways`, which ends connections and opens new ones.
  case applicationGateway(Int, frontend: ResourceID)
  /// An index of `Estate.virtualNetworkGateways`, to which on-premises devices connect.
  case gateway(Int)
  /// An index of `Estate.bastionHosts`, which takes TCP 443 alone.
  case bastionHost(Int)
  /// An index of `Estate.natGateways`, which lets nothing in.
  case natGateway(Int)
}
