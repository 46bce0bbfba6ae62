internal import AzureResources
internal import IPAddressing
internal import PathAnalysis

extension StopReason {
  /// Why the packet goes no further, in the few words that fit beside a station; the cause says more.
  var words: String {
    switch self {
    case .droppedByUserRoute: "user route with next hop None"
    case .noRoute: "no route leads on"
    case .privateDestinationToInternet: "a private address can't be reached through the internet"
    case .nextHopUnowned(_, let address): "nothing has the next hop's address \(address)"
    case .nextHopNotReachable(_, let address, let owner):
      "next hop \(address) (\(owner.name)) is in a network that isn't reached directly"
    case .applianceNotForwarding(_, let interface): "\(interface.name) doesn't forward"
    case .loop: "the packet goes in circles"
    case .addressUnowned(let address, let network): "nothing in \(network.name) has the address \(address)"
    case .noGateway: "there is no gateway"
    case .loadBalancerWithoutRule(let balancer, _): "\(balancer.name) has no rule for the port"
    case .loadBalancerWithoutBackend(let balancer, _): "\(balancer.name) has no backend"
    case .peeringAccessDenied(let peering): "\(peering.name) allows no access"
    case .forwardedTrafficDenied(let peering): "\(peering.name) takes no forwarded traffic"
    case .gatewayLacksPrefix(let gateway, let address): "\(gateway.name) knows no way to \(address)"
    case .connectionNotConnected(let connection, let status): "\(connection.name) is \(status)"
    case .machineStopped(let machine, let state): "\(machine.name) is \(state.rawValue)"
    case .subnetNotPeered(let peering, let subnet): "\(peering.name) leaves subnet \(subnet.name) out"
    case .overlap(let address, let networks): "\(networks.count) joined networks have \(address)"
    case .loadBalancerToItself(let balancer, _): "the only backend of \(balancer.name) is the sender"
    case .filtered(let passage): passage.refusal
    case .firewallDenies(let firewall, let rule, _):
      rule.map { "rule \($0) of \(firewall.name) denies it" } ?? "no rule of \(firewall.name) allows it"
    case .noTranslationRule(let firewall, _): "no NAT rule of \(firewall.name) sends it on"
    case .noOutbound(let place, _): "nothing gives \(place.name) a public source"
    case .notTranslated(let place, _): "the way out of \(place.name) doesn't translate the protocol"
    case .probesDenied(let balancer, _): "the health probe of \(balancer.name) reaches no backend"
    case .notCarried(let endpoint, let transport):
      "\(endpoint.name) carries TCP alone, not \(transport.rawValue.uppercased())"
    case .noPublicAddress(let id): "\(id.name) has no public address"
    }
  }
}
