internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis
internal import Remediation
internal import Routing

/// Why no gateway leads to a prefix on-premises, and what else is configured that would lead there but takes no part.
extension CauseFinder {
  /// A route table that would lead on, but that no subnet names.
  func notAssociated(_ evidence: [Evidence]) -> Cause? {
    guard let station, let subnet = estate.subnetIndex(station.subnet),
      let (table, route) = RouteWarnings(estate: estate, packet: packet).unusedTable(for: subnet, atLeast: 0)
    else { return nil }
    let id = estate.subnet(subnet).id
    return Cause(
      code: .routeTableNotAssociated, resource: id,
      detail: [.init("routeTable", table.id.text), .init("route", String(route.name))],
      summary: "route table \(table.id.name) has a route to \(packet.destination) (\(route.name)), but it is associated"
        + " with no subnet, and \(id.name) has no table",
      remedy: Remedy(
        "associate the table with the subnet", [.set(id, property: "routeTable", value: Change.reference(table.id))]),
      evidence: evidence + [property(table.id, "subnets", "none"), property(id, "routeTable", "none")])
  }

  /// A gateway is in reach, and the destination is beyond it: a site that isn't connected, or a prefix that neither
  /// the sites' gateways list nor BGP brought.
  func beyondGateway(_ evidence: [Evidence]) -> Cause? {
    guard packet.destination.isPrivate, let network = estate.virtualNetworkIndex(station?.subnet?.parent),
      estate.virtualNetworks(containing: packet.destination).isEmpty
    else { return nil }
    let gateways = estate.gateways(usedByNetwork: network).map { estate.virtualNetworkGateways[$0] }
    guard let gateway = gateways.first else { return nil }
    if let site = unconnectedSite() { return siteNotConnected(site, gateway, evidence) }
    if let learner = gateways.first(where: { estate.learnedRoutes(of: $0.id) != nil }) {
      return notLearned(learner, evidence)
    }
    return lacksPrefix(gateway.id, packet.destination, evidence)
  }

  /// A site that has the destination, without a connection.
  private func unconnectedSite() -> LocalNetworkGateway? {
    let connected = Set(estate.connections.compactMap(\.localNetworkGateway2))
    return estate.localNetworkGateways.first { site in
      !connected.contains(site.id) && site.addressPrefixes.contains { $0.contains(packet.destination) }
    }
  }

  private func siteNotConnected(
    _ site: LocalNetworkGateway, _ gateway: VirtualNetworkGateway, _ evidence: [Evidence]
  ) -> Cause {
    Cause(
      code: .siteNotConnected, resource: site.id, detail: [.init("virtualNetworkGateway", gateway.id.text)],
      summary: "local network gateway \(site.id.name) has \(packet.destination), but no connection joins it to gateway"
        + " \(gateway.id.name)",
      remedy: Remedy(
        "create the connection, with the key that the site has",
        [
          CauseFinder.sibling(of: gateway.id, "connections", "\(gateway.id.name)-to-\(site.id.name)").map { id in
            Change.put(
              id,
              properties: JSONObject([
                ("connectionType", "IPsec"), ("virtualNetworkGateway1", Change.reference(gateway.id)),
                ("localNetworkGateway2", Change.reference(site.id)),
              ]), location: gateway.location)
          }
        ].compactMap { $0 }),
      evidence: evidence + [property(site.id, "localNetworkAddressSpace", list(site.addressPrefixes))])
  }

  private func notLearned(_ gateway: VirtualNetworkGateway, _ evidence: [Evidence]) -> Cause {
    let learned = estate.learnedRoutes(of: gateway.id)?.routes.filter(\.isLearned).map(\.network) ?? []
    let shown = learned.isEmpty ? "nothing" : list(learned)
    return Cause(
      code: .prefixNotLearned, resource: gateway.id, detail: [.init("address", "\(packet.destination)")],
      summary: "gateway \(gateway.id.name) learned no prefix that contains \(packet.destination): on-premises doesn't"
        + " announce it",
      remedy: Remedy(
        "announce the prefix from on-premises, then look at what the gateway learns",
        ["az network vnet-gateway list-learned-routes --ids \(gateway.id)"]),
      evidence: evidence + [property(gateway.id, "learnedRoutes", shown)])
  }

  /// The sites that a gateway is connected to.
  func sites(of gateway: ResourceID) -> [LocalNetworkGateway] {
    guard let index = estate.virtualNetworkGatewayIndex(gateway) else { return [] }
    return estate.connections(ofGateway: index).compactMap { connection in
      estate.localNetworkGatewayIndex(estate.connections[connection].localNetworkGateway2)
        .map { estate.localNetworkGateways[$0] }
    }
  }

  func lacksPrefix(_ id: ResourceID, _ address: IPAddress, _ evidence: [Evidence]) -> Cause {
    let sites = sites(of: id)
    // What more the site has nobody knows here: the address alone is what is asked for.
    let host = "\(address)/\(address.family == .ipv4 ? 32 : 128)"
    let changes = sites.prefix(1).map { site in
      Change.set(
        site.id, property: "localNetworkAddressSpace.addressPrefixes",
        value: .array(site.addressPrefixes.map { .string("\($0)") } + [.string(host)]))
    }
    return Cause(
      code: .gatewayLacksPrefix, resource: sites.first?.id ?? id,
      detail: [.init("address", "\(address)"), .init("virtualNetworkGateway", id.text)],
      summary: sites.isEmpty
        ? "gateway \(id.name) has no connection to a site with \(address)"
        : "gateway \(id.name) knows no site with \(address): it is not among the prefixes of"
          + " \(sites.map { String($0.id.name) }.joined(separator: ", "))",
      remedy: Remedy("add the prefix to the site's local network gateway, or announce it over BGP", Array(changes)),
      evidence: evidence + sites.map { property($0.id, "localNetworkAddressSpace", list($0.addressPrefixes)) })
  }
}
