internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument
internal import Remediation
internal import Routing

/// The addresses that a user route of a network could lead to.
struct NextHops {
  let estate: Estate
  /// The network whose subnets use the route.
  let network: ResourceID?

  /// The networks that a next hop may be in: the network itself and its direct peers (routing semantics B-100).
  private var reach: [Int] {
    guard let own = estate.virtualNetworkIndex(network) else { return [] }
    return [own] + estate.peers(ofNetwork: own).compactMap(\.remote)
  }

  /// What other user routes of these networks lead to, the nearest address first: a wrong address is most often a
  /// right one mistyped.
  func ofOtherRoutes(insteadOf wrong: IPAddress) -> [IPAddress] {
    var found: Set<IPAddress> = []
    for network in reach {
      for table in Set(estate.virtualNetworks[network].subnets.compactMap(\.routeTable)) {
        guard let index = estate.routeTableIndex(table) else { continue }
        for route in estate.routeTables[index].routes { found.formUnion(route.nextHopAddresses) }
      }
    }
    return nearest(found, to: wrong)
  }

  /// The likeliest address: what another route uses, else an appliance's.
  func likeliest(insteadOf wrong: IPAddress) -> IPAddress? {
    ofOtherRoutes(insteadOf: wrong).first ?? ofAppliances(insteadOf: wrong).first
  }

  /// The addresses of NICs that forward, load balancers and firewalls in reach, the nearest first.
  ///
  /// - Complexity: O(NICs).
  func ofAppliances(insteadOf wrong: IPAddress) -> [IPAddress] {
    let networks = Set(reach.map { estate.virtualNetworks[$0].id })
    let forwarding = estate.networkInterfaces.lazy.filter(\.enableIPForwarding).flatMap(\.ipConfigurations)
    let others =
      estate.loadBalancers.flatMap(\.frontends) + estate.azureFirewalls.flatMap(\.ipConfigurations)
      + estate.virtualNetworkAppliances.flatMap(\.ipConfigurations)
    let addresses = (Array(forwarding) + others).compactMap { configuration in
      configuration.subnet?.parent.map(networks.contains) == true ? configuration.privateIPAddress : nil
    }
    return nearest(Set(addresses), to: wrong)
  }

  /// The change that makes a user route lead to another address.
  func replace(_ wrong: IPAddress, by address: IPAddress, in route: EffectiveRoute) -> [Change] {
    guard let id = route.origin.resource, id.kind == .route else { return [] }
    guard route.nextHopAddresses.count > 1 else {
      return [.set(id, property: "nextHopIpAddress", value: .string("\(address)"))]
    }
    let hops = route.nextHopAddresses.map { $0 == wrong ? address : $0 }
    return [.set(id, property: "nextHop.nextHopIpAddresses", value: .array(hops.map { .string("\($0)") }))]
  }

  private func nearest(_ addresses: Set<IPAddress>, to wrong: IPAddress) -> [IPAddress] {
    addresses.filter { $0 != wrong && $0.family == wrong.family }
      .sorted { (distance($0, wrong), "\($0)") < (distance($1, wrong), "\($1)") }
  }

  private func distance(_ first: IPAddress, _ second: IPAddress) -> UInt32 {
    guard case .v4(let first) = first, case .v4(let second) = second else { return .max }
    return first.bits > second.bits ? first.bits - second.bits : second.bits - first.bits
  }
}
