/// Where a flow is judged: the place whose filters count.
public enum FilterPlace: Sendable, Hashable {
  /// A NIC, by its index in `Estate.networkInterfaces`.
  case interface(Int)
  /// A host in a subnet, by the subnet's index in `Estate.subnets`, for an address that no NIC is known to have. It is
  /// taken to have no group of its own and to be in no application security group.
  case subnet(Int)
  /// A private endpoint, by its index in `Estate.privateEndpoints`.
  case privateEndpoint(Int)
}
