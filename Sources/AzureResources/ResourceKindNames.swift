/// The type names behind `ResourceKind`, in the spelling of Azure's REST specifications.
enum ResourceKindNames {
  static let canonical: [ResourceKind: String] = [
    .virtualNetwork: "Microsoft.Network/virtualNetworks",
    .subnet: "Microsoft.Network/virtualNetworks/subnets",
    .virtualNetworkPeering: "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
    .networkInterface: "Microsoft.Network/networkInterfaces",
    .virtualMachine: "Microsoft.Compute/virtualMachines",
    .scaleSet: "Microsoft.Compute/virtualMachineScaleSets",
    .scaleSetVirtualMachine: "Microsoft.Compute/virtualMachineScaleSets/virtualMachines",
    .scaleSetNetworkInterface: "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/networkInterfaces",
    .routeTable: "Microsoft.Network/routeTables",
    .route: "Microsoft.Network/routeTables/routes",
    .networkSecurityGroup: "Microsoft.Network/networkSecurityGroups",
    .securityRule: "Microsoft.Network/networkSecurityGroups/securityRules",
    .applicationSecurityGroup: "Microsoft.Network/applicationSecurityGroups",
    .publicIPAddress: "Microsoft.Network/publicIPAddresses",
    .publicIPPrefix: "Microsoft.Network/publicIPPrefixes",
    .natGateway: "Microsoft.Network/natGateways",
    .loadBalancer: "Microsoft.Network/loadBalancers",
    .loadBalancerBackendPool: "Microsoft.Network/loadBalancers/backendAddressPools",
    .inboundNATRule: "Microsoft.Network/loadBalancers/inboundNatRules",
    .azureFirewall: "Microsoft.Network/azureFirewalls",
    .firewallPolicy: "Microsoft.Network/firewallPolicies",
    .ruleCollectionGroup: "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
    .ipGroup: "Microsoft.Network/ipGroups",
    .bastionHost: "Microsoft.Network/bastionHosts",
    .virtualNetworkAppliance: "Microsoft.Network/virtualNetworkAppliances",
    .applicationGateway: "Microsoft.Network/applicationGateways",
    .virtualNetworkGateway: "Microsoft.Network/virtualNetworkGateways",
    .localNetworkGateway: "Microsoft.Network/localNetworkGateways",
    .connection: "Microsoft.Network/connections",
    .expressRouteCircuit: "Microsoft.Network/expressRouteCircuits",
    .expressRoutePeering: "Microsoft.Network/expressRouteCircuits/peerings",
    .expressRouteGateway: "Microsoft.Network/expressRouteGateways",
    .expressRouteConnection: "Microsoft.Network/expressRouteGateways/expressRouteConnections",
    .virtualWAN: "Microsoft.Network/virtualWans",
    .virtualHub: "Microsoft.Network/virtualHubs",
    .hubVirtualNetworkConnection: "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections",
    .hubRouteTable: "Microsoft.Network/virtualHubs/hubRouteTables",
    .routingIntent: "Microsoft.Network/virtualHubs/routingIntent",
    .hubBGPConnection: "Microsoft.Network/virtualHubs/bgpConnections",
    .hubIPConfiguration: "Microsoft.Network/virtualHubs/ipConfigurations",
    .vpnGateway: "Microsoft.Network/vpnGateways",
    .vpnSite: "Microsoft.Network/vpnSites",
    .privateEndpoint: "Microsoft.Network/privateEndpoints",
    .privateDNSZone: "Microsoft.Network/privateDnsZones",
    .privateDNSZoneLink: "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
    .networkManager: "Microsoft.Network/networkManagers",
    .networkGroup: "Microsoft.Network/networkManagers/networkGroups",
    .staticMember: "Microsoft.Network/networkManagers/networkGroups/staticMembers",
    .connectivityConfiguration: "Microsoft.Network/networkManagers/connectivityConfigurations",
    .securityAdminConfiguration: "Microsoft.Network/networkManagers/securityAdminConfigurations",
    .securityAdminRuleCollection: "Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections",
    .securityAdminRule: "Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections/rules",
    .networkWatcher: "Microsoft.Network/networkWatchers",
    .subscription: "Microsoft.Resources/subscriptions",
    .resourceGroup: "Microsoft.Resources/resourceGroups",
  ]

  static let kinds: [String: ResourceKind] = Dictionary(
    uniqueKeysWithValues: canonical.map { ($0.value.lowercased(), $0.key) })

  /// The kinds by the folded hash of their type name's segments.
  static let kindsByHash: [UInt64: ResourceKind] = Dictionary(
    uniqueKeysWithValues: canonical.map { kind, name in
      var hash = FoldedHash()
      for segment in name.utf8.split(separator: UInt8(ascii: "/")) {
        Array(segment).withUnsafeBytes { hash.combine($0) }
      }
      return (hash.value, kind)
    })
}
