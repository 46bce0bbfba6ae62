internal import AzureResources
internal import Estate
internal import IPAddressing
internal import Routing

/// What gives a packet to the internet its public source (routing semantics E-060).
extension Tracer {
  /// Whether the packet gets out from the last station, with the source that it then has. False: the path ends here.
  func getsOut(_ walk: inout Walk) -> Bool {
    guard let station = walk.trace.hops.last else { return true }
    // A firewall has public addresses of its own; a gateway's or service's packets aren't ours to judge.
    switch station.kind {
    case .source, .appliance: break
    default: return true
    }
    let way: OutboundConnectivity
    if case .interface(let interface)? = book.owner(
      of: station.address ?? walk.packet.source, inNetwork: estate.subnets[walk.subnet].network)
    {
      way = outbound.connectivity(of: walk.packet, fromInterface: interface)
    } else {
      way = outbound.connectivity(of: walk.packet, fromSubnet: walk.subnet)
    }
    let place = station.resource ?? estate.subnet(walk.subnet).id
    switch way.method {
    case .none(let reason): if walk.halt(.noOutbound(place, reason)) { return false }
    case .unknown(let missing): walk.leaveOpen(missing)
    case .defaultOutboundAccess(isStated: false):
      walk.assume(
        .defaultOutboundAccess, estate.subnet(walk.subnet).id,
        "\(estate.subnet(walk.subnet).id.name) has default outbound access; networks made from 31 March 2026 on have it"
          + " only where the subnet says so")
    default: break
    }
    if let obstacle = way.obstacle, walk.halt(.notTranslated(place, obstacle)) { return false }
    if case .unknown(let subscription) = way.mail {
      walk.leaveOpen(
        MissingInput(
          .property, nil,
          "whether subscription \(subscription ?? "") may send mail on TCP port 25: Azure drops it silently for most",
          command: "az account subscription show --id \(subscription ?? "<subscription>") --query subscriptionPolicies")
      )
    }
    if let address = way.addresses.first { walk.translate(walk.packet.from(address), at: place) }
    return true
  }
}
