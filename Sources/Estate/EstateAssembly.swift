internal import AzureResources
internal import JSONReading

/// An estate in the making: second copies go, and children go to their parents.
struct EstateAssembly {
  let batch: ResourceBatch
  /// The positions in the batch's records.
  let recordIndex: EstateIndex
  private(set) var findings: [EstateFinding]
  private(set) var virtualNetworks: [VirtualNetwork]
  private(set) var routeTables: [RouteTable]
  private(set) var loadBalancers: [LoadBalancer]
  private(set) var virtualHubs: [VirtualHub]
  private(set) var networkGroups: [NetworkGroup]
  private(set) var securityAdminConfigurations: [SecurityAdminConfiguration]

  init(_ batches: [ResourceBatch], _ text: SnapshotText) {
    var all = batches.first ?? ResourceBatch()
    for batch in batches.dropFirst() { all.append(batch) }
    findings = all.issues.map { .unreadable($0) }
    let (duplicates, index) = all.removeDuplicates { text.haveSameMeaning($0, $1) }
    recordIndex = EstateIndex(index)
    findings += duplicates.map { .duplicate($0.id, first: $0.first, second: $0.second) }
    batch = all
    virtualNetworks = all.virtualNetworks
    routeTables = all.routeTables
    loadBalancers = all.loadBalancers
    virtualHubs = all.virtualHubs
    networkGroups = all.networkGroups
    securityAdminConfigurations = all.securityAdminConfigurations
    attachNetworkChildren()
    attachHubChildren()
    attachBalancerChildren()
    attachAdminRules()
    findContradictions()
  }

  /// Adds each child to its parent, unless the parent holds it already: nested and separate copies count once.
  private mutating func attach<Parent, Child>(
    _ children: [Child], _ childID: KeyPath<Child, ResourceID>,
    to parents: inout [Parent], _ parentID: KeyPath<Parent, ResourceID>,
    _ merge: (inout Parent, Child) -> Void
  ) {
    guard !children.isEmpty else { return }
    let index = EstateIndex(count: parents.count) { parents[$0][keyPath: parentID] }
    for child in children {
      guard let parent = index[child[keyPath: childID].parent] else {
        findings.append(.orphan(child[keyPath: childID]))
        continue
      }
      merge(&parents[parent], child)
    }
  }

  private mutating func attachNetworkChildren() {
    var networks = virtualNetworks
    attach(batch.subnets, \.id, to: &networks, \.id) { network, subnet in
      if let known = network.subnets.firstIndex(where: { $0.id == subnet.id }) {
        network.subnets[known].fill(from: subnet)
      } else {
        network.subnets.append(subnet)
      }
    }
    attach(batch.virtualNetworkPeerings, \.id, to: &networks, \.id) { network, peering in
      if !network.peerings.contains(where: { $0.id == peering.id }) { network.peerings.append(peering) }
    }
    virtualNetworks = networks
    var tables = routeTables
    attach(batch.routes, \.id, to: &tables, \.id) { table, route in
      if !table.routes.contains(where: { $0.id == route.id }) { table.routes.append(route) }
    }
    routeTables = tables
    var groups = networkGroups
    attach(batch.staticMembers, \.id, to: &groups, \.id) { group, member in
      guard let resource = member.resource, group.members?.contains(resource) != true else { return }
      group.members = (group.members ?? []) + [resource]
    }
    networkGroups = groups
  }

  private mutating func attachBalancerChildren() {
    guard !batch.backendPools.isEmpty || !batch.inboundNATRules.isEmpty else { return }
    var balancers = loadBalancers
    attach(batch.backendPools, \.id, to: &balancers, \.id) { balancer, pool in
      if !balancer.backendPools.contains(where: { $0.id == pool.id }) { balancer.backendPools.append(pool) }
    }
    attach(batch.inboundNATRules, \.id, to: &balancers, \.id) { balancer, rule in
      if !balancer.inboundNATRules.contains(where: { $0.id == rule.id }) { balancer.inboundNATRules.append(rule) }
    }
    loadBalancers = balancers
  }

  private mutating func attachHubChildren() {
    var hubs = virtualHubs
    attach(batch.hubIPConfigurations, \.id, to: &hubs, \.id) { hub, configuration in
      if !hub.ipConfigurations.contains(where: { $0.id == configuration.id }) {
        hub.ipConfigurations.append(configuration)
      }
    }
    attach(batch.hubBGPConnections, \.id, to: &hubs, \.id) { hub, peer in
      // A hub lists its BGP connections by id alone; the connection itself holds the peer.
      hub.bgpConnections.removeAll { $0.id == peer.id }
      hub.bgpConnections.append(peer)
    }
    attach(batch.hubVirtualNetworkConnections, \.id, to: &hubs, \.id) { hub, connection in
      hub.virtualNetworkConnections.removeAll { $0.id == connection.id }
      hub.virtualNetworkConnections.append(connection)
    }
    attach(batch.hubRouteTables, \.id, to: &hubs, \.id) { hub, table in
      if !hub.routeTables.contains(where: { $0.id == table.id }) { hub.routeTables.append(table) }
    }
    attach(batch.routingIntents, \.id, to: &hubs, \.id) { hub, intent in hub.routingIntent = intent }
    virtualHubs = hubs
  }

  private mutating func attachAdminRules() {
    var collections = batch.securityAdminRuleCollections
    // Collections that came with their configuration can have rules that came alone.
    var configurations = securityAdminConfigurations
    for index in configurations.indices {
      collections += configurations[index].ruleCollections
      configurations[index].ruleCollections = []
    }
    attach(batch.securityAdminRules, \.id, to: &collections, \.id) { collection, rule in
      if !collection.rules.contains(where: { $0.id == rule.id }) { collection.rules.append(rule) }
    }
    attach(collections, \.id, to: &configurations, \.id) { configuration, collection in
      if !configuration.ruleCollections.contains(where: { $0.id == collection.id }) {
        configuration.ruleCollections.append(collection)
      }
    }
    securityAdminConfigurations = configurations
  }

  /// A subnet belongs to one table. Where a second table lists it, the subnet's own word counts.
  private mutating func findContradictions() {
    guard routeTables.contains(where: { !$0.subnets.isEmpty }) else { return }
    var named: [ResourceID: ResourceID?] = [:]
    for network in virtualNetworks {
      for subnet in network.subnets { named[subnet.id] = .some(subnet.routeTable) }
    }
    for table in routeTables {
      for subnet in table.subnets {
        guard let own = named[subnet], own != table.id else { continue }
        findings.append(.twoRouteTables(subnet: subnet, named: own, claimedBy: table.id))
      }
    }
  }
}
