internal import AzureFacts
internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import PathAnalysis

/// An estate with the indexes that its checks have in common. Nothing here is computed twice, and no check scans all
/// NICs for one of its questions.
struct AuditedEstate: Sendable {
  let estate: Estate
  let day: Day
  let owners: AddressBook
  /// NICs by subnet, as indexes.
  let interfacesOfSubnet: [[Int]]
  /// Subnets by route table, as indexes.
  let subnetsOfTable: [[Int]]
  /// Subnets and NICs by the network security group that they name.
  let subnetsOfGroup: [ResourceID: [Int]]
  let interfacesOfGroup: [ResourceID: [Int]]
  /// NICs by the load balancer's pool that they are in.
  let membersOfPool: [ResourceID: [Int]]
  /// The health probes of the rules that lead to a pool: the load balancer, and the port.
  let probesOfPool: [ResourceID: [(balancer: ResourceID, port: UInt16)]]
  /// Application security groups with a member.
  let populatedGroups: Set<ResourceID>
  /// Networks with a NIC, front end or firewall in the snapshot: only there an address without an owner means something.
  let populatedNetworks: Set<Int>
  /// Whether members of groups and pools may be in scale sets, whose NICs a snapshot seldom holds.
  let hasScaleSets: Bool
  /// Pools of front ends that user routes name as next hop.
  let transitPools: Set<ResourceID>
  /// The addresses that user routes of associated tables name as next hop.
  let appliances: [Appliance]

  init(_ estate: Estate, asOf day: Day) {
    self.estate = estate
    self.day = day
    owners = AddressBook(estate)
    var interfacesOfSubnet = [[Int]](repeating: [], count: estate.subnets.count)
    var interfacesOfGroup: [ResourceID: [Int]] = [:]
    var membersOfPool: [ResourceID: [Int]] = [:]
    var populatedGroups: Set<ResourceID> = []
    var populatedNetworks: Set<Int> = []
    for (index, interface) in estate.networkInterfaces.enumerated() {
      if let subnet = estate.subnet(ofInterface: index) {
        interfacesOfSubnet[subnet].append(index)
        populatedNetworks.insert(estate.subnets[subnet].network)
      }
      if let group = interface.networkSecurityGroup { interfacesOfGroup[group, default: []].append(index) }
      for configuration in interface.ipConfigurations {
        for pool in configuration.loadBalancerBackendAddressPools where membersOfPool[pool]?.last != index {
          membersOfPool[pool, default: []].append(index)
        }
        populatedGroups.formUnion(configuration.applicationSecurityGroups)
      }
    }
    for endpoint in estate.privateEndpoints { populatedGroups.formUnion(endpoint.applicationSecurityGroups) }
    self.interfacesOfSubnet = interfacesOfSubnet
    self.interfacesOfGroup = interfacesOfGroup
    self.populatedGroups = populatedGroups
    self.populatedNetworks = populatedNetworks
    self.membersOfPool = Self.addMembersOfPools(estate, membersOfPool, interfacesOfSubnet)
    var subnetsOfTable = [[Int]](repeating: [], count: estate.routeTables.count)
    var subnetsOfGroup: [ResourceID: [Int]] = [:]
    for subnet in estate.subnets.indices {
      if let table = estate.routeTable(ofSubnet: subnet) { subnetsOfTable[table].append(subnet) }
      if let group = estate.subnet(subnet).networkSecurityGroup { subnetsOfGroup[group, default: []].append(subnet) }
    }
    self.subnetsOfTable = subnetsOfTable
    self.subnetsOfGroup = subnetsOfGroup
    probesOfPool = Self.probes(estate)
    hasScaleSets = estate.records.contains { $0.id.kind == .scaleSet || $0.id.kind == .scaleSetVirtualMachine }
    let appliances = ApplianceFinder(estate, owners, populatedNetworks, subnetsOfTable).appliances
    transitPools = Set(
      appliances.flatMap { appliance -> [ResourceID] in
        guard case .owned(.loadBalancer(let index, let frontend), _) = appliance.place else { return [] }
        let balancer = estate.loadBalancers[index]
        return balancer.rules.filter { $0.frontend == balancer.frontends[frontend].id }.flatMap(\.backendPools)
      })
    self.appliances = appliances
  }

  private static func probes(_ estate: Estate) -> [ResourceID: [(balancer: ResourceID, port: UInt16)]] {
    var found: [ResourceID: [(balancer: ResourceID, port: UInt16)]] = [:]
    for balancer in estate.loadBalancers {
      for rule in balancer.rules {
        guard let probe = balancer.probes.first(where: { $0.id == rule.probe }),
          let port = probe.port.flatMap({ UInt16(exactly: $0) })
        else { continue }
        for pool in rule.backendPools where found[pool]?.contains(where: { $0.port == port }) != true {
          found[pool, default: []].append((balancer.id, port))
        }
      }
    }
    return found
  }

  /// Adds the members that pools name, by configuration or by address.
  private static func addMembersOfPools(
    _ estate: Estate, _ known: [ResourceID: [Int]], _ interfacesOfSubnet: [[Int]]
  ) -> [ResourceID: [Int]] {
    var members = known
    var subnetsOfNetwork = [[Int]](repeating: [], count: estate.virtualNetworks.count)
    for (index, place) in estate.subnets.enumerated() { subnetsOfNetwork[place.network].append(index) }
    for balancer in estate.loadBalancers {
      let network = balancer.frontends.lazy.compactMap { estate.virtualNetworkIndex($0.subnet?.parent) }.first
      for pool in balancer.backendPools {
        var found = members[pool.id] ?? []
        for configuration in pool.ipConfigurations {
          guard let interface = estate.networkInterfaceIndex(configuration.parent), !found.contains(interface) else {
            continue
          }
          found.append(interface)
        }
        if !pool.addresses.isEmpty, let network {
          let addresses = Set(pool.addresses)
          for interface in subnetsOfNetwork[network].flatMap({ interfacesOfSubnet[$0] })
          where !found.contains(interface) {
            let own = estate.networkInterfaces[interface].ipConfigurations.compactMap(\.privateIPAddress)
            if own.contains(where: addresses.contains) { found.append(interface) }
          }
        }
        if !found.isEmpty { members[pool.id] = found }
      }
    }
    return members
  }
}

/// What checks ask of it.
extension AuditedEstate {
  /// A property as evidence, with where the snapshot holds the resource.
  func property(_ id: ResourceID, _ name: String, _ value: String) -> Evidence {
    var owner: ResourceID? = id
    while let place = owner, estate.record(place) == nil { owner = place.parent }
    return .property(id, name: name, value: value, source: owner.flatMap { estate.record($0) }?.source)
  }

  /// The network that a subnet is in.
  func network(ofSubnet subnet: Int) -> Int { estate.subnets[subnet].network }

  /// Whether a subnet belongs to one of Azure's own services, which have rules of their own.
  func isPlatformSubnet(_ subnet: Int) -> Bool {
    Self.platformSubnets.contains(estate.subnet(subnet).id.name.lowercased())
  }

  func isGatewaySubnet(_ subnet: Int) -> Bool { estate.subnet(subnet).id.name.lowercased() == "gatewaysubnet" }

  private static let platformSubnets: Set<String> = [
    "gatewaysubnet", "azurefirewallsubnet", "azurefirewallmanagementsubnet", "azurebastionsubnet", "routeserversubnet",
  ]

  /// Networks joined by a connected peering, with the peering of this side.
  func peers(_ network: Int) -> [(peering: VirtualNetworkPeering, remote: Int)] {
    estate.peers(ofNetwork: network).compactMap { link in
      let peering = estate.virtualNetworks[network].peerings[link.peering]
      guard peering.peeringState ?? .connected == .connected, let remote = link.remote else { return nil }
      return (peering, remote)
    }
  }

  /// Whether a subnet holds an appliance: a NIC that forwards, or Azure Firewall.
  func holdsAppliance(_ subnet: Int) -> Bool {
    estate.subnet(subnet).id.name.lowercased() == "azurefirewallsubnet"
      || interfacesOfSubnet[subnet].contains { estate.networkInterfaces[$0].enableIPForwarding }
  }

  /// Whether a NIC is in a pool that user routes lead to.
  func isBalanced(_ interface: Int) -> Bool {
    let pools = estate.networkInterfaces[interface].ipConfigurations.flatMap(\.loadBalancerBackendAddressPools)
    return pools.contains(where: transitPools.contains)
  }

  func list(_ prefixes: [IPPrefix], limit: Int = 3) -> String {
    let shown = prefixes.prefix(limit).map { "\($0)" }.joined(separator: ", ")
    return prefixes.count > limit ? "\(shown) and \(prefixes.count - limit) more" : shown
  }

  func names(_ ids: [ResourceID], limit: Int = 3) -> String {
    let shown = ids.prefix(limit).map { String($0.name) }.joined(separator: ", ")
    return ids.count > limit ? "\(shown) and \(ids.count - limit) more" : shown
  }

  /// `az network route-table route VERB` for a route.
  func command(_ verb: String, _ route: ResourceID, _ options: String = "") -> String {
    let table = route.parent
    let base =
      "az network route-table route \(verb) -g \(table?.resourceGroup ?? "") --route-table-name \(table?.name ?? "")"
      + " -n \(route.name)"
    return options.isEmpty ? base : "\(base) \(options)"
  }

  /// `az network vnet peering update` for a peering.
  func command(peering id: ResourceID, _ options: String) -> String {
    "az network vnet peering update -g \(id.resourceGroup ?? "") --vnet-name \(id.parent?.name ?? "")"
      + " -n \(id.name) \(options)"
  }
}
