public import AzureResources

/// A snapshot loaded, indexed and linked: what the engine reads. It never changes.
///
/// Lists are in the order of the snapshot. Links are indexes into these lists; -1 or nil stands for what the snapshot
/// lacks. Children (subnets, peerings, routes) are with their parents, whichever way they came.
///
/// A class for the price of handing it on alone: nothing in it changes, so that it is a value all the same.
public final class Estate: Sendable {
  /// The snapshot's text, from which answers quote.
  public let text: SnapshotText
  /// Every resource that was read as one of its own, each id once.
  public let records: [ResourceRecord]
  /// What is odd about the snapshot itself.
  public let findings: [EstateFinding]
  public let observations: [Observation]
  /// Service tags that the snapshot holds.
  public let serviceTags: [ServiceTag]
  /// Elements that were neither resource nor observation, and learned routes that no gateway can be said to have learned.
  public let unrecognizedElements: Int

  public let virtualNetworks: [VirtualNetwork]
  public let networkInterfaces: [NetworkInterface]
  public let virtualMachines: [VirtualMachine]
  public let routeTables: [RouteTable]
  /// Without the rules that came as resources of their own: see `networkSecurityGroup(_:)`.
  public let networkSecurityGroups: [NetworkSecurityGroup]
  public let publicIPAddresses: [PublicIPAddress]
  public let loadBalancers: [LoadBalancer]
  public let azureFirewalls: [AzureFirewall]
  public let natGateways: [NATGateway]
  public let publicIPPrefixes: [PublicIPPrefix]
  public let firewallPolicies: [FirewallPolicy]
  public let applicationGateways: [ApplicationGateway]
  public let bastionHosts: [BastionHost]
  public let virtualNetworkAppliances: [VirtualNetworkAppliance]
  public let privateEndpoints: [PrivateEndpoint]
  public let virtualNetworkGateways: [VirtualNetworkGateway]
  public let localNetworkGateways: [LocalNetworkGateway]
  public let connections: [Connection]
  public let expressRouteCircuits: [ExpressRouteCircuit]
  public let expressRouteGateways: [ExpressRouteGateway]
  public let vpnGateways: [VPNGateway]
  public let vpnSites: [VPNSite]
  public let virtualHubs: [VirtualHub]
  public let networkGroups: [NetworkGroup]
  public let connectivityConfigurations: [ConnectivityConfiguration]
  public let networkManagers: [NetworkManager]
  public let securityAdminConfigurations: [SecurityAdminConfiguration]
  public let networkWatchers: [NetworkWatcher]

  /// All subnets of all networks, one network after the other.
  public let subnets: [SubnetPlace]
  let links: EstateLinks
  /// What the estate was assembled from, without second copies; it shares its lists with the estate.
  let batch: ResourceBatch

  /// Assembles what was read. Batches count in their order: of two resources with one id the first stays.
  ///
  /// - Complexity: O(resources).
  public init(_ batches: [ResourceBatch], text: SnapshotText) {
    let assembly = EstateAssembly(batches, text)
    let all = assembly.batch
    self.text = text
    batch = all
    records = all.records
    findings = assembly.findings
    observations = all.observations
    serviceTags = all.serviceTags
    virtualNetworks = assembly.virtualNetworks
    networkInterfaces = all.networkInterfaces
    virtualMachines = all.virtualMachines
    routeTables = assembly.routeTables
    networkSecurityGroups = all.networkSecurityGroups
    publicIPAddresses = all.publicIPAddresses
    loadBalancers = assembly.loadBalancers
    azureFirewalls = all.azureFirewalls
    natGateways = all.natGateways
    publicIPPrefixes = all.publicIPPrefixes
    firewallPolicies = all.firewallPolicies
    applicationGateways = all.applicationGateways
    bastionHosts = all.bastionHosts
    virtualNetworkAppliances = all.virtualNetworkAppliances
    privateEndpoints = all.privateEndpoints
    virtualNetworkGateways = all.virtualNetworkGateways
    localNetworkGateways = all.localNetworkGateways
    connections = all.connections
    expressRouteCircuits = all.expressRouteCircuits
    expressRouteGateways = all.expressRouteGateways
    vpnGateways = all.vpnGateways
    vpnSites = all.vpnSites
    virtualHubs = assembly.virtualHubs
    networkGroups = assembly.networkGroups
    connectivityConfigurations = all.connectivityConfigurations
    networkManagers = all.networkManagers
    securityAdminConfigurations = assembly.securityAdminConfigurations
    networkWatchers = all.networkWatchers
    subnets = virtualNetworks.indices.flatMap { network in
      assembly.virtualNetworks[network].subnets.indices.map { SubnetPlace(network: network, position: $0) }
    }
    links = EstateLinks(assembly, subnets: subnets)
    unrecognizedElements = all.unrecognized + links.unattributedRoutes
  }
}
