internal import AzureResources
internal import Estate
internal import HybridConnectivity
internal import JSONDocument

/// The calls that read the state of circuits and gateways: answered from what somebody recorded, never computed.
///
/// What the configuration alone decides are the errors: that a circuit, a gateway or a peering isn't there.
struct HybridCalls {
  private let estate: Estate
  private let recordings: RecordedCalls

  init(_ estate: Estate) {
    self.estate = estate
    recordings = RecordedCalls(estate)
  }

  /// The answer; nil for a call that isn't one of these.
  func answer(_ call: RecordedCalls.Call) throws(ARMError) -> ARMResponse? {
    let (resource, action) = Observation.split(call.url.path)
    guard let resource else { return nil }
    switch resource.kind {
    case .expressRouteCircuit, .expressRoutePeering:
      guard let (asked, path) = CircuitCall.parse(action) else { return nil }
      return try circuit(asked, path, resource, call)
    case .virtualNetworkGateway:
      guard let asked = GatewayCall(rawValue: action) else { return nil }
      return try gateway(asked, resource, call)
    default: return nil
    }
  }

  /// The calls of gateways, in lower case.
  private enum GatewayCall: String {
    case learnedRoutes = "getlearnedroutes"
    case advertisedRoutes = "getadvertisedroutes"
    case peerStatus = "getbgppeerstatus"

    /// The verb of the Azure CLI.
    var verb: String {
      switch self {
      case .learnedRoutes: "list-learned-routes"
      case .advertisedRoutes: "list-advertised-routes"
      case .peerStatus: "list-bgp-peer-status"
      }
    }
  }

  private func circuit(
    _ asked: CircuitCall, _ path: DevicePath?, _ resource: ResourceID, _ call: RecordedCalls.Call
  ) throws(ARMError) -> ARMResponse {
    guard call.method == asked.method else { throw .methodNotAllowed(call.method, call.url.path) }
    if let recorded = recordings.answer(call) { return recorded }
    let isPeering = resource.kind == .expressRoutePeering
    let locator = ResourceLocator(estate)
    let owner = isPeering ? resource.parent ?? resource : resource
    guard let circuit = locator.locate(owner) else { throw locator.absence(owner) }
    let catalog = CircuitCatalog(estate)
    let name = isPeering ? String(resource.name) : nil
    if let recorded = recorded(asked, path, catalog.observations(of: circuit), peering: name) { return recorded }
    if asked != .statistics, path == nil { throw .invalidDevicePath(call.url.segments.last ?? "") }
    if let name { try requirePeering(name, of: circuit, in: catalog) }
    throw .snapshotIncomplete(
      "The snapshot holds no recording of \(call.method) \(call.url.path). Record one: "
        + Self.command(asked, circuit, name, path))
  }

  /// The latest answer that was recorded of the circuit under another id: masked, or by a file's name.
  private func recorded(
    _ asked: CircuitCall, _ path: DevicePath?, _ observations: CircuitObservations, peering: String?
  ) -> ARMResponse? {
    let type = peering.flatMap { PeeringType(name: $0) }
    let stamp: ObservationStamp?
    switch (asked, type, path) {
    case (.statistics, nil, _): stamp = observations.circuitStatistics.latest?.stamp
    case (.statistics, let type?, _): stamp = observations.statistics(type).latest?.stamp
    case (.arpTable, let type?, let path?): stamp = observations.arpTable(type, path).latest?.stamp
    case (.routeTable, let type?, let path?): stamp = observations.routeTable(type, path).latest?.stamp
    case (.routeSummary, let type?, let path?): stamp = observations.routeSummary(type, path).latest?.stamp
    default: stamp = nil
    }
    guard let stamp, let answer = estate.text.value(at: stamp.source)?["response"] else { return nil }
    return ARMResponse(200, PowerShellSpelling.arm(answer))
  }

  /// - Source: the guide: a table or the statistics of a peering that isn't there are a 400.
  private func requirePeering(
    _ name: String, of circuit: ResourceID, in catalog: CircuitCatalog
  ) throws(ARMError) {
    guard let found = catalog.circuit(circuit) else { return }
    let type = PeeringType(name: name)
    let isThere = found.peerings.contains { $0.name.matches(name) || (type != nil && $0.type == type) }
    guard !isThere else { return }
    throw .noSuchPeering(type?.rawValue ?? name, serviceKey: found.serviceKey)
  }

  private func gateway(
    _ asked: GatewayCall, _ resource: ResourceID, _ call: RecordedCalls.Call
  ) throws(ARMError) -> ARMResponse {
    guard call.method == "POST" else { throw .methodNotAllowed(call.method, call.url.path) }
    if let recorded = recordings.answer(call) { return recorded }
    let locator = ResourceLocator(estate)
    guard let gateway = locator.locate(resource) else { throw locator.absence(resource) }
    let peer = call.url.parameter("peer")
    if asked == .advertisedRoutes {
      guard let peer, !peer.isEmpty else { throw .missingPeer }
      // Azure answers for an address that is no neighbour with an empty list (ExpressRoute semantics B.3).
      let status = CircuitCatalog(estate).gatewayObservations(of: gateway).bgpPeerStatus.latest
      if let status, !status.content.peers.contains(where: { $0.neighborText == peer }) {
        return ARMResponse(list: [])
      }
    }
    let group = gateway.resourceGroup.map { " -g \($0)" } ?? ""
    throw .snapshotIncomplete(
      "The snapshot holds no recording of \(call.method) \(call.url.path). Record one: az network vnet-gateway "
        + "\(asked.verb)\(group) -n \(gateway.name)\(peer.map { " --peer \($0)" } ?? "") -o json")
  }

  private static func command(
    _ call: CircuitCall, _ circuit: ResourceID, _ peering: String?, _ path: DevicePath?
  ) -> String {
    let group = circuit.resourceGroup.map { " -g \($0)" } ?? ""
    switch call {
    case .statistics:
      return peering.map {
        "az network express-route peering get-stats\(group) --circuit-name \(circuit.name) -n \($0)"
      }
        ?? "az network express-route get-stats\(group) -n \(circuit.name)"
    case .arpTable, .routeTable, .routeSummary:
      let verb =
        call == .arpTable
        ? "list-arp-tables" : call == .routeTable ? "list-route-tables" : "list-route-tables-summary"
      return "az network express-route \(verb)\(group) -n \(circuit.name) --peering-name \(peering ?? "") --path "
        + "\(path?.rawValue ?? "primary")"
    }
  }
}
