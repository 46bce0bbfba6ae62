public import AzureResources

/// What is attached to what.
extension Estate {
  /// The subnet at an index of `subnets`.
  public func subnet(_ index: Int) -> Subnet {
    let place = subnets[index]
    return virtualNetworks[place.network].subnets[place.position]
  }

  /// The index of a subnet in `subnets`.
  public func subnetIndex(_ id: ResourceID?) -> Int? { links.subnetIndex[id] }

  /// The index of the subnet that a NIC is in.
  public func subnet(ofInterface interface: Int) -> Int? { Self.index(links.subnetOfInterface[interface]) }

  /// The index of the machine that a NIC is attached to, whichever of the two says so.
  public func virtualMachine(ofInterface interface: Int) -> Int? { Self.index(links.machineOfInterface[interface]) }

  /// The indexes of the NICs of a machine, its primary one first.
  public func networkInterfaces(ofMachine machine: Int) -> [Int] { links.interfacesOfMachine[machine] }

  /// The indexes of the NICs in a subnet.
  ///
  /// - Complexity: O(NICs).
  public func networkInterfaces(inSubnet subnet: Int) -> [Int] {
    networkInterfaces.indices.filter { links.subnetOfInterface[$0] == Int32(subnet) }
  }

  /// The route table that a subnet names; nil where it names none or the snapshot lacks it.
  public func routeTable(ofSubnet subnet: Int) -> Int? { Self.index(links.routeTableOfSubnet[subnet]) }

  /// The NAT gateway of a subnet, whichever of the two says so; nil where there is none or the snapshot lacks it.
  public func natGateway(ofSubnet subnet: Int) -> Int? { Self.index(links.natGatewayOfSubnet[subnet]) }

  /// The peerings of a network.
  public func peers(ofNetwork network: Int) -> [PeerLink] { links.peers[network] }

  /// The gateways in a network.
  public func gateways(inNetwork network: Int) -> [Int] { links.gatewaysOfNetwork[network] }

  /// The Route Servers in a network, as indexes in `virtualHubs`.
  public func routeServers(inNetwork network: Int) -> [Int] { links.routeServersOfNetwork[network] }

  /// The network's connection to a virtual hub.
  public func hubLink(ofNetwork network: Int) -> HubLink? { links.hubOfNetwork[network] }

  /// The private endpoints' addresses in a network, in the order of the snapshot.
  public func privateEndpointAddresses(inNetwork network: Int) -> [PrivateEndpointAddress] {
    links.privateEndpoints[network]
  }

  /// The connections of a gateway.
  public func connections(ofGateway gateway: Int) -> [Int] { links.connectionsOfGateway[gateway] }

  /// The newest observation of what a gateway, a Route Server's peer or a circuit's peering learned.
  public func learnedRoutes(of resource: ResourceID) -> LearnedRoutes? { links.learned[resource] }

  public func virtualNetworkIndex(_ id: ResourceID?) -> Int? { links.networkIndex[id] }
  public func networkInterfaceIndex(_ id: ResourceID?) -> Int? { links.interfaceIndex[id] }
  public func virtualMachineIndex(_ id: ResourceID?) -> Int? { links.machineIndex[id] }
  public func routeTableIndex(_ id: ResourceID?) -> Int? { links.routeTableIndex[id] }
  public func virtualNetworkGatewayIndex(_ id: ResourceID?) -> Int? { links.gatewayIndex[id] }
  public func localNetworkGatewayIndex(_ id: ResourceID?) -> Int? { links.localGatewayIndex[id] }
  public func virtualHubIndex(_ id: ResourceID?) -> Int? { links.hubIndex[id] }
  public func publicIPAddressIndex(_ id: ResourceID?) -> Int? { links.publicAddressIndex[id] }

  public func publicIPPrefixIndex(_ id: ResourceID?) -> Int? { links.publicPrefixIndex[id] }
  public func natGatewayIndex(_ id: ResourceID?) -> Int? { links.natGatewayIndex[id] }
  public func loadBalancerIndex(_ id: ResourceID?) -> Int? { links.loadBalancerIndex[id] }
  public func azureFirewallIndex(_ id: ResourceID?) -> Int? { links.firewallIndex[id] }
  public func firewallPolicyIndex(_ id: ResourceID?) -> Int? { links.firewallPolicyIndex[id] }

  private static func index(_ stored: Int32) -> Int? { stored < 0 ? nil : Int(stored) }
}
