public import AzureResources
public import Estate
internal import JSONDocument

/// Everything about ExpressRoute in an estate: what is configured and what was observed, read when the catalog is made.
///
/// Circuits are rare: they are decoded from the snapshot's text here and not held by the estate.
public struct CircuitCatalog: Sendable {
  private let estate: Estate
  /// In the order of the snapshot.
  public let circuits: [Circuit]
  public let ports: [ExpressRoutePort]
  public let routeFilters: [RouteFilter]
  /// Connections of gateways, in networks and in hubs, to circuits.
  public let connections: [CircuitConnection]
  /// Circuits that something was observed of and that the snapshot has no configuration of.
  public let circuitsWithoutConfiguration: [ResourceID]
  private let circuitIndex: [ResourceID: Int]
  private let portIndex: [ResourceID: Int]
  private let routeFilterIndex: [ResourceID: Int]
  private let connectionsByCircuit: [ResourceID: [Int]]
  private let observationsByOwner: [ResourceID: [Int]]
  private let monitorRecords: MonitorRecords

  /// - Complexity: O(resources + observations), and what the circuits' own text takes.
  public init(_ estate: Estate) {
    self.estate = estate
    let records = HybridRecords(estate)
    circuits = records.circuits
    ports = records.ports
    routeFilters = records.routeFilters
    circuitIndex = Self.index(circuits.map(\.id))
    portIndex = Self.index(ports.map(\.id))
    routeFilterIndex = Self.index(routeFilters.map(\.id))
    var owners = OwnerNames(estate)
    connections = records.connections
    connectionsByCircuit = Dictionary(grouping: connections.indices) { [connections] index in
      owners.canonical(connections[index].circuit) ?? connections[index].id
    }
    var byOwner: [ResourceID: [Int]] = [:]
    for (position, observation) in estate.observations.enumerated() {
      guard let owner = owners.canonical(Self.owner(of: observation)) else { continue }
      byOwner[owner, default: []].append(position)
    }
    observationsByOwner = byOwner
    circuitsWithoutConfiguration = byOwner.keys
      .filter { [circuitIndex] in $0.kind == .expressRouteCircuit && circuitIndex[$0] == nil }.sorted()
    monitorRecords = MonitorRecords(estate, records)
  }

  /// The circuit with this id.
  public func circuit(_ id: ResourceID) -> Circuit? { circuitIndex[id].map { circuits[$0] } }

  public func port(_ id: ResourceID) -> ExpressRoutePort? { portIndex[id].map { ports[$0] } }

  public func routeFilter(_ id: ResourceID) -> RouteFilter? { routeFilterIndex[id].map { routeFilters[$0] } }

  /// The connections of gateways to a circuit.
  public func connections(of circuit: ResourceID) -> [CircuitConnection] {
    (connectionsByCircuit[circuit] ?? []).map { connections[$0] }
  }

  /// What was observed of a circuit, whether or not its configuration is in the snapshot.
  ///
  /// - Complexity: O(text of its observations).
  public func observations(of circuit: ResourceID) -> CircuitObservations {
    var found = CircuitObservations(circuit: circuit)
    for position in observationsByOwner[circuit] ?? [] {
      let observation = estate.observations[position]
      guard let (call, path) = CircuitCall.parse(observation.action), let record = record(observation) else { continue }
      let peering = observation.resource.flatMap { $0.kind == .expressRoutePeering ? String($0.name) : nil }
      let stamp = stamp(observation, position, circuit, peering: peering, path: path, isSupplied: record.isSupplied)
      found.add(call, stamp, record.answer)
    }
    return found
  }

  /// What was observed of a gateway's BGP.
  ///
  /// - Complexity: O(text of its observations).
  public func gatewayObservations(of gateway: ResourceID) -> GatewayObservations {
    var found = GatewayObservations(gateway: gateway)
    for position in observationsByOwner[gateway] ?? [] {
      let observation = estate.observations[position]
      guard let record = record(observation) else { continue }
      let stamp = stamp(observation, position, gateway, peering: nil, path: nil, isSupplied: record.isSupplied)
      found.add(observation.action, peer: record.peer, stamp, record.answer)
    }
    return found
  }

  /// What Azure Monitor answered about a resource, in the snapshot's order.
  public func metrics(of resource: ResourceID) -> [MetricSeries] { monitorRecords.metrics(of: resource) }

  /// What the activity log says about a resource, oldest first.
  public func events(of resource: ResourceID) -> [ActivityEvent] { monitorRecords.events(of: resource) }

  private static func index(_ ids: [ResourceID]) -> [ResourceID: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// The circuit or gateway that an observation is about.
  private static func owner(of observation: Observation) -> ResourceID? {
    guard let resource = observation.resource else { return nil }
    switch resource.kind {
    case .expressRouteCircuit, .virtualNetworkGateway, .expressRouteGateway, .vpnGateway: return resource
    case .expressRoutePeering: return resource.parent
    default: return nil
    }
  }

  private func stamp(
    _ observation: Observation, _ position: Int, _ owner: ResourceID, peering: String?, path: DevicePath?,
    isSupplied: Bool
  ) -> ObservationStamp {
    ObservationStamp(
      resource: owner, peeringName: peering, path: path,
      observedAt: observation.observedAt.flatMap { Timestamp($0) }, source: observation.source,
      isSupplied: isSupplied, position: position)
  }

  /// The answer in an observation's record, and the peer that its query names.
  private func record(_ observation: Observation) -> (answer: ObservedAnswer, peer: String?, isSupplied: Bool)? {
    guard let json = estate.text.value(at: observation.source) else { return nil }
    let answer = ObservedAnswer(status: observation.status, json: json[observation.responseKey] ?? .null)
    let peer = CallQuery(json["path"]?.text ?? json["url"]?.text ?? "").value(of: "peer")
    return (answer, peer, json.boolean("supplied") ?? false)
  }
}
