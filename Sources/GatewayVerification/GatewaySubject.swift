internal import AzureResources
internal import Estate
internal import Findings
internal import HybridConnectivity
internal import IPAddressing
internal import JSONReading
internal import Routing

/// A gateway with all that its checks look at.
struct GatewaySubject {
  let gateway: GatewayRecord
  let catalog: GatewayCatalog
  let estate: Estate
  let connections: [ConnectionRecord]
  let peers: ObservationSeries<BGPPeerStatus>
  let learned: ObservationSeries<LearnedRouteTable>
  let advertised: [String: ObservationSeries<AdvertisedRouteTable>]
  /// Prefixes on-premises that somebody says the gateway must know.
  let expected: [IPPrefix]
  /// The gateway's network, and those that use the gateway by peering.
  let networks: [VirtualNetwork]
  /// The sites of its connections, each once.
  let sites: [LocalNetworkGateway]

  init(_ gateway: GatewayRecord, _ catalog: GatewayCatalog, expected: [IPPrefix]) {
    self.gateway = gateway
    self.catalog = catalog
    self.expected = expected
    let estate = catalog.estate
    self.estate = estate
    connections = catalog.connections(of: gateway.id)
    let observed = catalog.circuits.gatewayObservations(of: gateway.id)
    peers = observed.bgpPeerStatus
    learned = observed.learnedRoutes
    advertised = observed.advertisedRoutes
    networks = Self.networks(of: gateway, in: estate)
    var seen: Set<ResourceID> = []
    sites = connections.compactMap { connection in
      guard let index = estate.localNetworkGatewayIndex(connection.site),
        seen.insert(estate.localNetworkGateways[index].id).inserted
      else { return nil }
      return estate.localNetworkGateways[index]
    }
  }

  private static func networks(of gateway: GatewayRecord, in estate: Estate) -> [VirtualNetwork] {
    guard let own = estate.virtualNetworkIndex(gateway.virtualNetwork),
      let index = estate.virtualNetworkGatewayIndex(gateway.id)
    else { return [] }
    let users = estate.virtualNetworks.indices.filter { network in
      network != own && estate.gateways(usedByNetwork: network).contains(index)
    }
    return ([own] + users).map { estate.virtualNetworks[$0] }
  }

  var name: String { String(gateway.id.name) }

  /// The connections on which BGP runs: it always does on ExpressRoute.
  var connectionsWithBGP: [ConnectionRecord] {
    connections.filter { $0.enableBGP || $0.circuit != nil }
  }

  /// The site of a connection.
  func site(of connection: ConnectionRecord) -> LocalNetworkGateway? {
    estate.localNetworkGatewayIndex(connection.site).map { estate.localNetworkGateways[$0] }
  }

  /// A property as evidence.
  func property(_ id: ResourceID, _ name: String, _ value: String) -> Evidence {
    .property(id, name: name, value: value, source: estate.record(id)?.source)
  }

  /// A recorded answer as evidence.
  func observed(_ stamp: ObservationStamp, _ call: String, _ value: String) -> Evidence {
    .observation(
      stamp.resource, call: call, value: value, at: stamp.observedAt.map { "\($0)" }, source: stamp.source)
  }

  func pass(_ code: CheckCode, _ summary: String, _ id: ResourceID? = nil) -> Check {
    Check(code, .pass, summary, id ?? gateway.id)
  }

  /// A few prefixes in words.
  static func list(_ prefixes: some Collection<IPPrefix>) -> String {
    let shown = prefixes.prefix(4).map { "\($0)" }.joined(separator: ", ")
    return prefixes.count > 4 ? "\(shown) and \(prefixes.count - 4) more" : shown
  }

  /// What the snapshot lacks for the checks that could not be made.
  func missing(_ checks: [Check]) -> [MissingInput] {
    let scope = "-g \(gateway.id.resourceGroup ?? "<group>") -n \(gateway.id.name)"
    var found: [MissingInput] = []
    guard !gateway.kind.isInHub else { return found }
    if !connectionsWithBGP.isEmpty, peers.isMissing {
      found.append(
        MissingInput(
          .observation, gateway.id, "how the BGP sessions of \(name) stand",
          command: "az network vnet-gateway list-bgp-peer-status \(scope) -o json"))
    }
    if !connectionsWithBGP.isEmpty, learned.isMissing {
      found.append(
        MissingInput(
          .learnedRoutes, gateway.id, "what \(name) learned over BGP",
          command: "az network vnet-gateway list-learned-routes \(scope) -o json"))
    }
    for connection in connections
    where checks.contains(where: {
      $0.code == .connectionNotConnected && $0.status == .unknown && $0.resource == connection.id
    }) {
      found.append(
        MissingInput(
          .property, connection.id, "the status of connection \(connection.id.name), which lists leave out",
          command: "az network vpn-connection show --ids \(connection.id) -o json"))
    }
    return found
  }
}
