internal import AzureResources
internal import IPAddressing

/// The links between the lists of an estate.
struct EstateLinks: Sendable {
  let networkIndex: EstateIndex
  let interfaceIndex: EstateIndex
  let machineIndex: EstateIndex
  let routeTableIndex: EstateIndex
  let gatewayIndex: EstateIndex
  let localGatewayIndex: EstateIndex
  let hubIndex: EstateIndex
  let securityGroupIndex: EstateIndex
  let publicAddressIndex: EstateIndex
  let subnetIndex: EstateIndex
  let publicPrefixIndex: EstateIndex
  let natGatewayIndex: EstateIndex
  let loadBalancerIndex: EstateIndex
  let firewallIndex: EstateIndex
  let firewallPolicyIndex: EstateIndex
  let recordIndex: EstateIndex

  let subnetOfInterface: [Int32]
  let machineOfInterface: [Int32]
  let interfacesOfMachine: [[Int]]
  let routeTableOfSubnet: [Int32]
  let peers: [[PeerLink]]
  let gatewaysOfNetwork: [[Int]]
  let routeServersOfNetwork: [[Int]]
  let hubOfNetwork: [HubLink?]
  let connectionsOfGateway: [[Int]]
  let privateEndpoints: [[PrivateEndpointAddress]]
  let natGatewayOfSubnet: [Int32]
  let ruleCollectionGroupsOfPolicy: [[ResourceID]]
  let learned: [ResourceID: LearnedRoutes]
  /// Positions of the records that are a security rule of their own, by the group they belong to.
  let separateRules: [ResourceID: [Int]]
  /// Positions of the records whose addresses aren't read as links: gateways for applications, bastion hosts, and all of
  /// types that Azimuth doesn't know.
  let unmodelledRecords: [Int32]
  /// Learned routes that could be put to no gateway.
  let unattributedRoutes: Int
  let networkSpaces: AddressSpaceIndex
  let subnetSpaces: AddressSpaceIndex
  let interfaceAddresses: InterfaceAddressIndex
  /// Route tables without any subnet, by their group.
  let unusedRouteTables: [ResourceGroupKey: [Int]]

  init(_ assembly: EstateAssembly, subnets: [SubnetPlace]) {
    let batch = assembly.batch
    let networks = assembly.virtualNetworks
    let interfaces = batch.networkInterfaces
    networkIndex = EstateIndex(count: networks.count) { networks[$0].id }
    interfaceIndex = EstateIndex(count: interfaces.count) { interfaces[$0].id }
    machineIndex = EstateIndex(count: batch.virtualMachines.count) { batch.virtualMachines[$0].id }
    routeTableIndex = EstateIndex(count: assembly.routeTables.count) { assembly.routeTables[$0].id }
    gatewayIndex = EstateIndex(count: batch.virtualNetworkGateways.count) { batch.virtualNetworkGateways[$0].id }
    localGatewayIndex = EstateIndex(count: batch.localNetworkGateways.count) { batch.localNetworkGateways[$0].id }
    hubIndex = EstateIndex(count: assembly.virtualHubs.count) { assembly.virtualHubs[$0].id }
    securityGroupIndex = EstateIndex(count: batch.networkSecurityGroups.count) { batch.networkSecurityGroups[$0].id }
    publicAddressIndex = EstateIndex(count: batch.publicIPAddresses.count) { batch.publicIPAddresses[$0].id }
    publicPrefixIndex = EstateIndex(count: batch.publicIPPrefixes.count) { batch.publicIPPrefixes[$0].id }
    natGatewayIndex = EstateIndex(count: batch.natGateways.count) { batch.natGateways[$0].id }
    loadBalancerIndex = EstateIndex(count: batch.loadBalancers.count) { batch.loadBalancers[$0].id }
    firewallIndex = EstateIndex(count: batch.azureFirewalls.count) { batch.azureFirewalls[$0].id }
    firewallPolicyIndex = EstateIndex(count: batch.firewallPolicies.count) { batch.firewallPolicies[$0].id }
    let allSubnets = subnets.map { networks[$0.network].subnets[$0.position] }
    subnetIndex = EstateIndex(count: allSubnets.count) { allSubnets[$0].id }
    subnetOfInterface = interfaces.indices.map { [subnetIndex] interface in
      let subnet = interfaces[interface].ipConfigurations.lazy.compactMap(\.subnet).first
      return Int32(subnet.flatMap { subnetIndex[$0] } ?? -1)
    }
    (machineOfInterface, interfacesOfMachine) = Self.machines(assembly, interfaceIndex, machineIndex)
    routeTableOfSubnet = allSubnets.map { [routeTableIndex] in Int32(routeTableIndex[$0.routeTable] ?? -1) }
    natGatewayOfSubnet = Self.natGateways(allSubnets, batch, natGatewayIndex, subnetIndex)
    ruleCollectionGroupsOfPolicy = Self.ruleCollectionGroups(batch, firewallPolicyIndex)
    peers = networks.map { [networkIndex] in Self.peers($0, networks, networkIndex) }
    gatewaysOfNetwork = Self.group(
      batch.virtualNetworkGateways.map { [networkIndex] in networkIndex[$0.virtualNetwork] }, networks.count)
    routeServersOfNetwork = Self.group(
      assembly.virtualHubs.map { [networkIndex] in networkIndex[$0.routeServerVirtualNetwork] }, networks.count)
    hubOfNetwork = Self.hubs(assembly.virtualHubs, networkIndex, networks.count)
    connectionsOfGateway = Self.connections(batch, gatewayIndex)
    privateEndpoints = Self.privateEndpoints(assembly, subnets, subnetIndex, interfaceIndex)
    networkSpaces = AddressSpaceIndex(networks.lazy.map(\.addressPrefixes))
    subnetSpaces = AddressSpaceIndex(allSubnets.lazy.map(\.addressPrefixes))
    interfaceAddresses = InterfaceAddressIndex(interfaces)
    unusedRouteTables = Self.unusedRouteTables(assembly.routeTables, routeTableOfSubnet)
    recordIndex = assembly.recordIndex
    separateRules = Self.separateRules(batch.records)
    unmodelledRecords = Self.unmodelled(batch.records)
    let attributed = Self.attributed(batch)
    unattributedRoutes = batch.unattributedRoutes.count - attributed.reduce(0) { $0 + $1.routes.count }
    let observed = batch.learnedRoutes + attributed
    learned = Dictionary(observed.map { ($0.resource, $0) }) { earlier, later in
      (later.observedAt ?? "") >= (earlier.observedAt ?? "") ? later : earlier
    }
  }

  /// Puts learned routes that don't name their gateway to the one that has the instance's address, where it is the
  /// only one and no observation names it.
  private static func attributed(_ batch: ResourceBatch) -> [LearnedRoutes] {
    guard !batch.unattributedRoutes.isEmpty else { return [] }
    let named = Set(batch.learnedRoutes.map(\.resource))
    let byInstance = Dictionary(grouping: batch.unattributedRoutes) { $0.localAddress }
    return batch.virtualNetworkGateways.compactMap { gateway -> LearnedRoutes? in
      let own = gateway.instanceAddresses.filter { address in
        batch.virtualNetworkGateways.filter { $0.instanceAddresses.contains(address) }.count == 1
      }
      let routes = own.flatMap { byInstance[$0] ?? [] }
      guard !routes.isEmpty, !named.contains(gateway.id) else { return nil }
      return LearnedRoutes(resource: gateway.id, action: "getlearnedroutes", observedAt: nil, routes: routes)
    }
  }

  /// Joins NICs and machines by what either says; Azure fills both, a declared estate often one.
  private static func machines(
    _ assembly: EstateAssembly, _ interfaceIndex: EstateIndex, _ machineIndex: EstateIndex
  ) -> ([Int32], [[Int]]) {
    let interfaces = assembly.batch.networkInterfaces
    var ofInterface = interfaces.indices.map { Int32(machineIndex[interfaces[$0].virtualMachine] ?? -1) }
    var ofMachine = [[Int]](repeating: [], count: assembly.batch.virtualMachines.count)
    let machines = assembly.batch.virtualMachines
    for machine in machines.indices {
      for reference in machines[machine].networkInterfaces {
        guard let interface = interfaceIndex[reference] else { continue }
        if ofInterface[interface] < 0 { ofInterface[interface] = Int32(machine) }
        ofMachine[machine].append(interface)
      }
    }
    for (interface, machine) in ofInterface.enumerated() where machine >= 0 {
      if !ofMachine[Int(machine)].contains(interface) { ofMachine[Int(machine)].append(interface) }
    }
    for machine in machines.indices where ofMachine[machine].count > 1 {
      let primary =
        interfaceIndex[machines[machine].primaryNetworkInterface]
        ?? ofMachine[machine].first { assembly.batch.networkInterfaces[$0].primary == true }
      if let primary, let position = ofMachine[machine].firstIndex(of: primary) {
        ofMachine[machine].swapAt(0, position)
      }
    }
    return (ofInterface, ofMachine)
  }

  private static func peers(
    _ network: VirtualNetwork, _ networks: [VirtualNetwork], _ networkIndex: EstateIndex
  ) -> [PeerLink] {
    network.peerings.enumerated().map { position, peering in
      let remote = networkIndex[peering.remoteVirtualNetwork]
      let reverse = remote.flatMap { networks[$0].peerings.firstIndex { $0.remoteVirtualNetwork == network.id } }
      return PeerLink(peering: position, remote: remote, reverse: reverse)
    }
  }

  private static func unusedRouteTables(_ tables: [RouteTable], _ ofSubnet: [Int32]) -> [ResourceGroupKey: [Int]] {
    let used = Set(ofSubnet)
    var found: [ResourceGroupKey: [Int]] = [:]
    for index in tables.indices where tables[index].subnets.isEmpty && !used.contains(Int32(index)) {
      if let key = ResourceGroupKey(tables[index].id) { found[key, default: []].append(index) }
    }
    return found
  }

  private static func separateRules(_ records: [ResourceRecord]) -> [ResourceID: [Int]] {
    var positions: [ResourceID: [Int]] = [:]
    for position in records.indices where records[position].id.kind == .securityRule {
      if let group = records[position].id.parent { positions[group, default: []].append(position) }
    }
    return positions
  }

  private static func unmodelled(_ records: [ResourceRecord]) -> [Int32] {
    records.indices.lazy.filter { position in
      switch records[position].id.kind {
      case .other, .applicationGateway, .bastionHost: true
      default: false
      }
    }.map { Int32($0) }
  }

  /// A subnet names its NAT gateway; a declared gateway may name its subnets alone.
  private static func natGateways(
    _ subnets: [Subnet], _ batch: ResourceBatch, _ natGatewayIndex: EstateIndex, _ subnetIndex: EstateIndex
  ) -> [Int32] {
    var ofSubnet = subnets.map { Int32(natGatewayIndex[$0.natGateway] ?? -1) }
    for (position, gateway) in batch.natGateways.enumerated() {
      for reference in gateway.subnets {
        guard let subnet = subnetIndex[reference], subnets[subnet].natGateway == nil else { continue }
        ofSubnet[subnet] = Int32(position)
      }
    }
    return ofSubnet
  }

  private static func ruleCollectionGroups(_ batch: ResourceBatch, _ policyIndex: EstateIndex) -> [[ResourceID]] {
    var ofPolicy = [[ResourceID]](repeating: [], count: batch.firewallPolicies.count)
    for group in batch.ruleCollectionGroups {
      if let policy = policyIndex[group.parent] { ofPolicy[policy].append(group) }
    }
    return ofPolicy
  }

  private static func group(_ owners: [Int?], _ count: Int) -> [[Int]] {
    var groups = [[Int]](repeating: [], count: count)
    for (element, owner) in owners.enumerated() {
      if let owner { groups[owner].append(element) }
    }
    return groups
  }

  private static func hubs(_ hubs: [VirtualHub], _ networkIndex: EstateIndex, _ count: Int) -> [HubLink?] {
    var links = [HubLink?](repeating: nil, count: count)
    for (hub, resource) in hubs.enumerated() {
      for (position, connection) in resource.virtualNetworkConnections.enumerated() {
        guard let network = networkIndex[connection.remoteVirtualNetwork] else { continue }
        links[network] = HubLink(hub: hub, connection: position)
      }
    }
    return links
  }

  private static func connections(_ batch: ResourceBatch, _ gatewayIndex: EstateIndex) -> [[Int]] {
    var ofGateway = [[Int]](repeating: [], count: batch.virtualNetworkGateways.count)
    for (position, connection) in batch.connections.enumerated() {
      for reference in [connection.virtualNetworkGateway1, connection.virtualNetworkGateway2] {
        if let gateway = gatewayIndex[reference] { ofGateway[gateway].append(position) }
      }
    }
    return ofGateway
  }

  /// The addresses of private endpoints by network, from the endpoints, their NICs and the NICs that name one.
  private static func privateEndpoints(
    _ assembly: EstateAssembly, _ subnets: [SubnetPlace], _ subnetIndex: EstateIndex, _ interfaceIndex: EstateIndex
  ) -> [[PrivateEndpointAddress]] {
    var found = [[PrivateEndpointAddress]](repeating: [], count: assembly.virtualNetworks.count)
    var seen: Set<PrivateEndpointAddress> = []
    func add(_ address: IPAddress, _ endpoint: ResourceID, _ subnet: ResourceID?) {
      guard let subnet = subnetIndex[subnet] else { return }
      let entry = PrivateEndpointAddress(address: address, endpoint: endpoint, subnet: subnet)
      if seen.insert(entry).inserted { found[subnets[subnet].network].append(entry) }
    }
    for endpoint in assembly.batch.privateEndpoints {
      let interfaces = endpoint.networkInterfaces.compactMap { interfaceIndex[$0] }
      for interface in interfaces {
        for configuration in assembly.batch.networkInterfaces[interface].ipConfigurations {
          if let address = configuration.privateIPAddress {
            add(address, endpoint.id, configuration.subnet ?? endpoint.subnet)
          }
        }
      }
      if interfaces.isEmpty {
        for address in endpoint.addresses { add(address, endpoint.id, endpoint.subnet) }
      }
    }
    let interfaces = assembly.batch.networkInterfaces
    for interface in interfaces.indices {
      guard let endpoint = interfaces[interface].privateEndpoint else { continue }
      for configuration in interfaces[interface].ipConfigurations {
        if let address = configuration.privateIPAddress { add(address, endpoint, configuration.subnet) }
      }
    }
    return found
  }
}
