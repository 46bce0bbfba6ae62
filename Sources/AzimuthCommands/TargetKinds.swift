internal import AzureResources

/// The kinds of resource that commands take.
enum TargetKinds {
  /// What has effective routes, or stands for something that has.
  static let routed: Set<ResourceKind> = hosts.union([
    .virtualNetwork, .routeTable, .virtualNetworkGateway, .azureFirewall, .virtualNetworkAppliance, .privateEndpoint,
  ])

  /// What sends packets.
  static let senders: Set<ResourceKind> = hosts.union([.virtualNetworkGateway])

  /// What has a filter of its own: NICs, and machines by theirs.
  static let filtered: Set<ResourceKind> = [
    .virtualMachine, .networkInterface, .scaleSetVirtualMachine, .scaleSetNetworkInterface,
  ]

  /// What rules apply to, or stands for something they apply to.
  static let ruled: Set<ResourceKind> = hosts.union([.virtualNetwork, .privateEndpoint])

  /// The ends of connections.
  static let endpoints: Set<ResourceKind> = hosts.union([.privateEndpoint])

  /// What asks for names.
  static let askers: Set<ResourceKind> = hosts.union([.virtualNetwork])

  /// Circuits of ExpressRoute.
  static let circuits: Set<ResourceKind> = [.expressRouteCircuit]

  /// Everything.
  static let all = Set(ResourceKind.allCases)

  private static let hosts: Set<ResourceKind> = [
    .virtualMachine, .networkInterface, .subnet, .scaleSetVirtualMachine, .scaleSetNetworkInterface,
  ]
}
