/// The resources and observations of a part of a snapshot, in typed lists, in the order in which they were read.
public struct ResourceBatch: Sendable {
  public internal(set) var records: [ResourceRecord] = []
  public internal(set) var issues: [ResourceIssue] = []
  public internal(set) var observations: [Observation] = []
  public internal(set) var learnedRoutes: [LearnedRoutes] = []
  /// Learned routes without a word on who learned them but the instance's address.
  public internal(set) var unattributedRoutes: [LearnedRoute] = []
  public internal(set) var serviceTags: [ServiceTag] = []
  /// Elements that are neither resource nor observation nor service tag.
  public internal(set) var unrecognized = 0

  public internal(set) var virtualNetworks: [VirtualNetwork] = []
  public internal(set) var networkInterfaces: [NetworkInterface] = []
  public internal(set) var virtualMachines: [VirtualMachine] = []
  public internal(set) var routeTables: [RouteTable] = []
  public internal(set) var networkSecurityGroups: [NetworkSecurityGroup] = []
  public internal(set) var publicIPAddresses: [PublicIPAddress] = []
  public internal(set) var loadBalancers: [LoadBalancer] = []
  public internal(set) var azureFirewalls: [AzureFirewall] = []
  public internal(set) var natGateways: [NATGateway] = []
  public internal(set) var publicIPPrefixes: [PublicIPPrefix] = []
  public internal(set) var firewallPolicies: [FirewallPolicy] = []
  public internal(set) var applicationGateways: [ApplicationGateway] = []
  public internal(set) var bastionHosts: [BastionHost] = []
  public internal(set) var virtualNetworkAppliances: [VirtualNetworkAppliance] = []
  public internal(set) var privateEndpoints: [PrivateEndpoint] = []
  public internal(set) var virtualNetworkGateways: [VirtualNetworkGateway] = []
  public internal(set) var localNetworkGateways: [LocalNetworkGateway] = []
  public internal(set) var connections: [Connection] = []
  public internal(set) var expressRouteCircuits: [ExpressRouteCircuit] = []
  public internal(set) var expressRouteGateways: [ExpressRouteGateway] = []
  public internal(set) var vpnGateways: [VPNGateway] = []
  public internal(set) var vpnSites: [VPNSite] = []
  public internal(set) var virtualHubs: [VirtualHub] = []
  public internal(set) var networkGroups: [NetworkGroup] = []
  public internal(set) var connectivityConfigurations: [ConnectivityConfiguration] = []
  public internal(set) var networkManagers: [NetworkManager] = []
  public internal(set) var securityAdminConfigurations: [SecurityAdminConfiguration] = []
  public internal(set) var networkWatchers: [NetworkWatcher] = []

  // Children that came as resources of their own; the estate puts them to their parents.
  public internal(set) var subnets: [Subnet] = []
  public internal(set) var virtualNetworkPeerings: [VirtualNetworkPeering] = []
  public internal(set) var routes: [Route] = []
  public internal(set) var expressRoutePeerings: [ExpressRoutePeering] = []
  public internal(set) var hubIPConfigurations: [IPConfiguration] = []
  public internal(set) var hubBGPConnections: [HubBGPConnection] = []
  public internal(set) var hubVirtualNetworkConnections: [HubVirtualNetworkConnection] = []
  public internal(set) var hubRouteTables: [HubRouteTable] = []
  public internal(set) var routingIntents: [RoutingIntent] = []
  public internal(set) var staticMembers: [StaticMember] = []
  public internal(set) var backendPools: [LoadBalancerBackendPool] = []
  public internal(set) var inboundNATRules: [InboundNATRule] = []
  /// The rule collection groups of firewall policies, which are read when they are asked for.
  public internal(set) var ruleCollectionGroups: [ResourceID] = []
  public internal(set) var securityAdminRuleCollections: [SecurityAdminRuleCollection] = []
  public internal(set) var securityAdminRules: [SecurityAdminRule] = []

  public init() {}

  /// Adds what `other` holds behind what this holds.
  ///
  /// - Complexity: O(elements of other).
  public mutating func append(_ other: ResourceBatch) {
    records += other.records
    issues += other.issues
    observations += other.observations
    learnedRoutes += other.learnedRoutes
    unattributedRoutes += other.unattributedRoutes
    serviceTags += other.serviceTags
    unrecognized += other.unrecognized
    virtualNetworks += other.virtualNetworks
    networkInterfaces += other.networkInterfaces
    virtualMachines += other.virtualMachines
    routeTables += other.routeTables
    networkSecurityGroups += other.networkSecurityGroups
    publicIPAddresses += other.publicIPAddresses
    loadBalancers += other.loadBalancers
    azureFirewalls += other.azureFirewalls
    virtualNetworkAppliances += other.virtualNetworkAppliances
    privateEndpoints += other.privateEndpoints
    virtualNetworkGateways += other.virtualNetworkGateways
    localNetworkGateways += other.localNetworkGateways
    connections += other.connections
    expressRouteCircuits += other.expressRouteCircuits
    expressRouteGateways += other.expressRouteGateways
    vpnGateways += other.vpnGateways
    vpnSites += other.vpnSites
    virtualHubs += other.virtualHubs
    networkGroups += other.networkGroups
    connectivityConfigurations += other.connectivityConfigurations
    networkManagers += other.networkManagers
    securityAdminConfigurations += other.securityAdminConfigurations
    networkWatchers += other.networkWatchers
    appendWaysOut(other)
    appendChildren(other)
  }

  private mutating func appendWaysOut(_ other: ResourceBatch) {
    natGateways += other.natGateways
    publicIPPrefixes += other.publicIPPrefixes
    firewallPolicies += other.firewallPolicies
    applicationGateways += other.applicationGateways
    bastionHosts += other.bastionHosts
  }

  private mutating func appendChildren(_ other: ResourceBatch) {
    subnets += other.subnets
    virtualNetworkPeerings += other.virtualNetworkPeerings
    routes += other.routes
    expressRoutePeerings += other.expressRoutePeerings
    hubIPConfigurations += other.hubIPConfigurations
    hubBGPConnections += other.hubBGPConnections
    hubVirtualNetworkConnections += other.hubVirtualNetworkConnections
    hubRouteTables += other.hubRouteTables
    routingIntents += other.routingIntents
    staticMembers += other.staticMembers
    backendPools += other.backendPools
    inboundNATRules += other.inboundNATRules
    ruleCollectionGroups += other.ruleCollectionGroups
    securityAdminRuleCollections += other.securityAdminRuleCollections
    securityAdminRules += other.securityAdminRules
  }
}
