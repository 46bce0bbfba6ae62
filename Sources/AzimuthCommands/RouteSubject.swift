internal import AzureResources

/// One thing whose routes are asked for: a NIC, or a subnet.
struct RouteSubject {
  /// The NIC or subnet.
  let id: ResourceID
  /// Index of its subnet in `Estate.subnets`.
  let subnet: Int
  /// Index of the NIC; nil where a subnet is asked for.
  let interface: Int?
}
