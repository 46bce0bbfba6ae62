internal import AzureFacts
internal import AzureResources
internal import Estate
internal import HybridConnectivity

/// Looks for what a snapshot refers to and doesn't hold.
struct GapFinder {
  private let estate: Estate

  init(_ estate: Estate) { self.estate = estate }

  var gaps: [SnapshotGap] {
    gatewaysWithoutLearnedRoutes + peersWithoutLearnedRoutes + absentResources + machinesWithoutState + unknownTags
      + groupsWithoutMembers + circuitsWithoutTables
  }

  /// Enabled peerings of circuits that nobody asked for tables of: `expressroute` has nothing to show for them.
  private var circuitsWithoutTables: [SnapshotGap] {
    guard !estate.expressRouteCircuits.isEmpty else { return [] }
    let catalog = CircuitCatalog(estate)
    return catalog.circuits.compactMap { circuit in
      let observations = catalog.observations(of: circuit.id)
      let silent = circuit.peerings.filter { peering in
        guard let type = peering.type, peering.isEnabled else { return false }
        return DevicePath.allCases.contains { observations.arpTable(type, $0).isMissing }
          || DevicePath.allCases.contains { observations.routeSummary(type, $0).isMissing }
      }
      guard let first = silent.first else { return nil }
      let group = circuit.id.resourceGroup.map { " -g \($0)" } ?? ""
      return SnapshotGap(
        kind: .observations,
        summary: "ARP tables and BGP summaries of circuit \(circuit.id.shortName) on both paths: "
          + silent.map(\.name).joined(separator: ", "),
        resources: silent.map(\.id),
        command: "az network express-route list-arp-tables\(group) -n \(circuit.id.name) --peering-name \(first.name)"
          + " --path primary -o json")
    }
  }

  private var gatewaysWithoutLearnedRoutes: [SnapshotGap] {
    estate.virtualNetworkGateways.indices.compactMap { index in
      let gateway = estate.virtualNetworkGateways[index]
      let connections = estate.connections(ofGateway: index).map { estate.connections[$0] }
      let learns = connections.contains { $0.enableBgp || $0.connectionType == .expressRoute }
      guard learns, estate.learnedRoutes(of: gateway.id) == nil else { return nil }
      return SnapshotGap(
        kind: .learnedRoutes, summary: "the routes that gateway \(gateway.id.shortName) learned over BGP",
        resources: [gateway.id], command: "az network vnet-gateway list-learned-routes --ids \(gateway.id) -o json")
    }
  }

  private var peersWithoutLearnedRoutes: [SnapshotGap] {
    estate.virtualHubs.filter(\.isRouteServer).flatMap { server in
      server.bgpConnections.filter { estate.learnedRoutes(of: $0.id) == nil }.map { peer in
        SnapshotGap(
          kind: .learnedRoutes,
          summary: "the routes that Route Server \(server.id.shortName) learned from \(peer.id.name)",
          resources: [peer.id],
          command: "az network routeserver peering list-learned-routes -g \(server.id.resourceGroup ?? "")"
            + " --routeserver \(server.id.name) -n \(peer.id.name) -o json")
      }
    }
  }

  /// One gap for each kind of resource that is named and not there.
  private var absentResources: [SnapshotGap] {
    var seen: Set<ResourceID> = []
    let absent = references.filter { id in
      estate.record(id) == nil && estate.subnetIndex(id) == nil && seen.insert(id).inserted
    }
    let groups = Dictionary(grouping: absent, by: \.kind)
    return groups.sorted { $0.key.rawValue < $1.key.rawValue }.map { kind, ids in
      let sorted = ids.sorted()
      let names = sorted.prefix(3).map { DisplayName.of($0) }.joined(separator: ", ")
      let more = ids.count > 3 ? " and \(ids.count - 3) more" : ""
      let noun = ids.count == 1 ? "resource" : "resources"
      let single = ids.count == 1 ? sorted.first.map { CollectionCommand.showing($0) } : nil
      return SnapshotGap(
        kind: .resource,
        summary: "\(ids.count) \(noun) of type \(kind.typeName ?? "unknown") that others refer to: \(names)\(more)",
        resources: sorted, command: single ?? CollectionCommand.listing(kind))
    }
  }

  private var references: [ResourceID] {
    let subnets = estate.subnets.indices.map { estate.subnet($0) }
    var found: [ResourceID?] = subnets.flatMap { [$0.routeTable, $0.networkSecurityGroup, $0.natGateway] }
    for interface in estate.networkInterfaces {
      found += [interface.subnet, interface.virtualMachine, interface.privateEndpoint, interface.networkSecurityGroup]
      found += interface.ipConfigurations.map(\.publicIPAddress)
    }
    found += estate.virtualMachines.flatMap(\.networkInterfaces)
    found += estate.virtualNetworks.flatMap(\.peerings).map(\.remoteVirtualNetwork)
    for gateway in estate.virtualNetworkGateways {
      found += gateway.ipConfigurations.flatMap { [$0.subnet, $0.publicIPAddress] } + [gateway.gatewayDefaultSite]
    }
    for connection in estate.connections {
      found += [
        connection.virtualNetworkGateway1, connection.virtualNetworkGateway2, connection.localNetworkGateway2,
        connection.peer,
      ]
    }
    for endpoint in estate.privateEndpoints { found += [endpoint.subnet] + endpoint.networkInterfaces }
    found += firewallReferences + waysOutAndIn
    for hub in estate.virtualHubs {
      found += hub.virtualNetworkConnections.map(\.remoteVirtualNetwork) + hub.ipConfigurations.map(\.subnet)
    }
    return found.compactMap { $0 }
  }

  private var firewallReferences: [ResourceID?] {
    var found = estate.azureFirewalls.flatMap(\.ipConfigurations).flatMap { [$0.subnet, $0.publicIPAddress] }
    found += estate.azureFirewalls.map(\.firewallPolicy) + estate.firewallPolicies.map(\.basePolicy)
    for policy in estate.firewallPolicies.indices { found += estate.ruleCollectionGroups(ofPolicy: policy).absent }
    return found
  }

  private var waysOutAndIn: [ResourceID?] {
    let frontends =
      estate.loadBalancers.flatMap(\.frontends) + estate.applicationGateways.flatMap(\.frontends)
      + estate.bastionHosts.flatMap(\.ipConfigurations)
    var found = frontends.map(\.publicIPAddress)
    for gateway in estate.natGateways { found += gateway.publicIPAddresses + gateway.publicIPPrefixes }
    return found
  }

  private var machinesWithoutState: [SnapshotGap] {
    let machines = estate.virtualMachines.filter { $0.powerState == nil }.map(\.id)
    guard !machines.isEmpty else { return [] }
    let noun = machines.count == 1 ? "machine runs; it counts" : "machines run; they count"
    return [
      SnapshotGap(
        kind: .powerState, summary: "whether \(machines.count) virtual \(noun) as running", resources: machines,
        command: "az vm list -d -o json")
    ]
  }

  private var unknownTags: [SnapshotGap] {
    let known = Set(estate.serviceTags.map { $0.name.lowercased() })
    var names: Set<String> = []
    for table in estate.routeTables {
      for case .serviceTag(let name) in table.routes.map(\.destination) { names.insert(name) }
    }
    for subnet in estate.subnets.indices.map({ estate.subnet($0) }) {
      names.formUnion(subnet.serviceEndpoints.map { ServiceEndpointTag.name(of: $0.service) ?? $0.service })
    }
    let unknown = names.filter { !known.contains($0.lowercased()) }.sorted()
    guard !unknown.isEmpty else { return [] }
    return [
      SnapshotGap(
        kind: .serviceTag,
        summary: "the prefixes of the service tags that routes and service endpoints use: "
          + unknown.joined(separator: ", "),
        resources: [], command: "az network list-service-tags --location <region> -o json")
    ]
  }

  private var groupsWithoutMembers: [SnapshotGap] {
    let groups = estate.networkGroups.filter { $0.members == nil }.map(\.id)
    guard !groups.isEmpty else { return [] }
    return [
      SnapshotGap(
        kind: .groupMembers,
        summary: "the members of \(groups.count) network group\(groups.count == 1 ? "" : "s")", resources: groups,
        command: "az network manager group static-member list -g <group> --network-manager-name <name>"
          + " --network-group-name <name> -o json")
    ]
  }
}
