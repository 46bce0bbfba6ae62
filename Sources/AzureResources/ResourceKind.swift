/// The resource types that Azimuth reads; every other type is kept and counted as `other`.
public enum ResourceKind: UInt8, Sendable, Hashable, CaseIterable {
  case other
  case virtualNetwork
  case subnet
  case virtualNetworkPeering
  case networkInterface
  case virtualMachine
  case scaleSet
  case scaleSetVirtualMachine
  case scaleSetNetworkInterface
  case routeTable
  case route
  case networkSecurityGroup
  case securityRule
  case applicationSecurityGroup
  case publicIPAddress
  case publicIPPrefix
  case natGateway
  case loadBalancer
  case loadBalancerBackendPool
  case inboundNATRule
  case azureFirewall
  case firewallPolicy
  case ruleCollectionGroup
  case ipGroup
  case bastionHost
  case virtualNetworkAppliance
  case applicationGateway
  case virtualNetworkGateway
  case localNetworkGateway
  case connection
  case expressRouteCircuit
  case expressRoutePeering
  case expressRouteGateway
  case expressRouteConnection
  case virtualWAN
  case virtualHub
  case hubVirtualNetworkConnection
  case hubRouteTable
  case routingIntent
  case hubBGPConnection
  case hubIPConfiguration
  case vpnGateway
  case vpnSite
  case privateEndpoint
  case privateDNSZone
  case privateDNSZoneLink
  case networkManager
  case networkGroup
  case staticMember
  case connectivityConfiguration
  case securityAdminConfiguration
  case securityAdminRuleCollection
  case securityAdminRule
  case networkWatcher
  case subscription
  case resourceGroup

  /// The type's name in Azure's spelling, such as `Microsoft.Network/virtualNetworks/subnets`; nil for `other`.
  public var typeName: String? { ResourceKindNames.canonical[self] }

  /// The kind with this type name, compared without regard to case.
  public init(typeName: some StringProtocol) {
    self = ResourceKindNames.kinds[typeName.lowercased()] ?? .other
  }
}
