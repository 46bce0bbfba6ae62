internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis
internal import Remediation
internal import Routing

/// Compares a subnet with those of the networks around the same hub.
struct PeerComparison {
  /// Networks around a hub that are looked at.
  private static let limit = 64

  let estate: Estate
  let packet: Packet

  /// A sender whose packets leave straight for the internet, while most networks around its hub send them through the
  /// hub's appliance by a default route (U2).
  func unlikePeers(_ hop: Hop) -> Check? {
    guard let subnet = estate.subnetIndex(hop.subnet), let route = hop.route, route.nextHopType == .internet,
      route.source != .user, let peers = siblings(of: estate.subnets[subnet].network), peers.count > 1
    else { return nil }
    let defaults = peers.compactMap { network in defaultRoutes(of: network).first }
    guard let first = defaults.first, let hop = first.nextHopAddresses.first, 2 * defaults.count > peers.count else {
      return nil
    }
    let resource = estate.subnet(subnet)
    return Check(
      .applianceBypassed, .warning,
      "\(resource.id.name) of \(resource.id.parent?.name ?? "") sends \(packet.destination) straight to the internet;"
        + " \(defaults.count) of the \(peers.count) other networks around the hub send it to the appliance at \(hop)",
      resource.id, [.route(route)],
      remedy: Remedy("send the default route to the appliance, as the others do", changes(resource, first.name, hop)))
  }

  /// The other networks that are peered with a network's peer, and with nothing else: another hub is none of them.
  private func siblings(of network: Int) -> [Int]? {
    guard let hub = estate.peers(ofNetwork: network).lazy.compactMap(\.remote).first else { return nil }
    return estate.peers(ofNetwork: hub).prefix(Self.limit).compactMap(\.remote).filter { other in
      other != network && estate.peers(ofNetwork: other).count == 1 && !estate.virtualNetworks[other].subnets.isEmpty
    }
  }

  private func defaultRoutes(of network: Int) -> [Route] {
    estate.virtualNetworks[network].subnets.lazy.compactMap { estate.routeTableIndex($0.routeTable) }
      .flatMap { estate.routeTables[$0].routes }.filter { route in
        guard case .prefix(let prefix) = route.destination else { return false }
        return prefix.isDefault && prefix.contains(packet.destination) && route.nextHopType == .virtualAppliance
      }
  }

  private func changes(_ subnet: Subnet, _ name: Substring, _ hop: IPAddress) -> [Change] {
    let finder = CauseFinder(estate: estate, packet: packet, hops: [])
    let new = subnet.routeTable == nil ? finder.newTable(for: subnet.id) : nil
    guard let table = subnet.routeTable ?? new?.resource, let route = table.child("routes", name) else { return [] }
    let properties = JSONObject([
      ("addressPrefix", "0.0.0.0/0"), ("nextHopType", "VirtualAppliance"), ("nextHopIpAddress", .string("\(hop)")),
    ])
    let attach = new.map { [Change.set(subnet.id, property: "routeTable", value: Change.reference($0.resource))] }
    return [new].compactMap { $0 } + [.put(route, properties: properties, location: nil)] + (attach ?? [])
  }
}
