internal import AzureResources
internal import Estate
internal import HybridConnectivity

/// One gateway in a few words, for a list.
public struct GatewayOverview: Sendable {
  public let gateway: GatewayRecord
  public let connections: [ConnectionRecord]
  /// How many BGP sessions are up, and how many there are; nil where nobody recorded them.
  public let sessions: (up: Int, all: Int)?
  /// How many prefixes came over BGP; nil where nobody recorded them.
  public let learnedPrefixes: Int?

  init(_ gateway: GatewayRecord, _ catalog: GatewayCatalog) {
    self.gateway = gateway
    connections = catalog.connections(of: gateway.id)
    let observed = catalog.circuits.gatewayObservations(of: gateway.id)
    let own = Set(gateway.instanceAddresses)
    let peers = observed.bgpPeerStatus.latest?.content.peers.filter { peer in
      peer.asn != gateway.ownASN && !(peer.neighbor.map(own.contains) ?? false)
    }
    sessions = peers.map { rows in (rows.count { $0.state?.lowercased() == "connected" }, rows.count) }
    learnedPrefixes = observed.learnedRoutes.latest.map { table in
      Set(table.content.routes.filter { $0.nextHop != nil && !$0.asPath.numbers.isEmpty }.map(\.networkText)).count
    }
  }
}

extension GatewayCatalog {
  /// Each gateway in a few words, in the order of the snapshot.
  public var overviews: [GatewayOverview] { gateways.map { GatewayOverview($0, self) } }
}
