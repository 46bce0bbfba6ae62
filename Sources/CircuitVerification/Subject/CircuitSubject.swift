internal import AzureResources
internal import CustomerEdge
internal import CustomerEdgeChecks
internal import Estate
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity
internal import JSONReading
internal import Routing

/// A circuit with all that belongs to it, as the checks see it.
struct CircuitSubject {
  let estate: Estate
  let catalog: CircuitCatalog
  let circuit: Circuit
  let model: ConnectivityModel
  let peerings: [PeeringSubject]
  let observations: CircuitObservations
  let connections: [CircuitConnection]
  /// The virtual network gateways that are connected to the circuit.
  let gateways: [GatewaySubject]
  /// The routers at the customer's end, where their files are given, held against the circuit.
  let edge: EdgeComparison?
  /// When the newest table was observed.
  let newest: Timestamp?

  init(
    _ estate: Estate, _ catalog: CircuitCatalog, _ circuit: Circuit, model: ConnectivityModel, edge: CustomerEdge?,
    asOf moment: Timestamp?
  ) {
    self.estate = estate
    self.catalog = catalog
    self.circuit = circuit
    self.model = model
    let all = catalog.observations(of: circuit.id)
    let observations = moment.map { all.asOf($0) } ?? all
    self.observations = observations
    self.edge = edge.map { EdgeComparison($0, with: circuit, observed: observations, in: estate) }
    let newest = observations.times.last
    self.newest = newest
    peerings = circuit.peerings.compactMap { PeeringSubject($0, observations, newest: newest) }
    let connections = catalog.connections(of: circuit.id)
    self.connections = connections
    var seen: Set<ResourceID> = []
    gateways = connections.compactMap(\.gateway).filter { seen.insert($0).inserted }.map { id in
      let all = catalog.gatewayObservations(of: id)
      return GatewaySubject(estate, id, moment.map { all.asOf($0) } ?? all, newest: newest)
    }
  }

  /// The private peering.
  var privatePeering: PeeringSubject? { peerings.first { $0.type == .privatePeering } }

  /// Whether an established session of a path brings a gateway's routes: somebody's network is connected.
  var seesGateway: Bool {
    privatePeering?.paths.contains { path in path.gatewayNeighbors?.isEmpty == false } ?? false
  }

  /// Where the snapshot holds the circuit.
  var source: SourceRange? { estate.record(circuit.id)?.source }

  /// A property of the circuit, or of something in it.
  func property(_ name: String, _ value: String?, of id: ResourceID? = nil) -> Evidence {
    let id = id ?? circuit.id
    let source = estate.record(id)?.source ?? self.source
    return .property(id, name: name, value: value ?? "not set", source: source)
  }

  /// The points that a model has.
  func existing(_ points: [NetworkPoint]) -> [NetworkPoint] {
    points.filter { model != .direct || ($0 != .providerEdge && $0 != .providerMicrosoftEdge) }
  }

  /// The network points of a symptom of the table: where the provider routes they are others.
  func points(of symptom: String) -> [NetworkPoint] {
    guard let reading = Reading.of(.symptoms, symptom) else { return [] }
    return existing(model == .ipvpn && !reading.routedPoints.isEmpty ? reading.routedPoints : reading.points)
  }

  /// The points between the BGP speaker and Microsoft's edge.
  var linkPoints: [NetworkPoint] {
    existing(model == .ipvpn ? [.providerMicrosoftEdge, .microsoftEdge] : [.customerEdge, .microsoftEdge])
  }

  /// Who acts where the speaker of BGP is at fault.
  var speakerParty: ResponsibleParty { model == .ipvpn ? .provider : .customer }

  /// What would have to be collected: the inputs of the checks that could not be made.
  func missing(_ findings: [CircuitFinding]) -> [MissingInput] {
    var seen: Set<String> = []
    return findings.filter { $0.check.status == .unknown }.compactMap { finding in
      guard let command = finding.check.remedy?.lookups.first, seen.insert(command).inserted else { return nil }
      return MissingInput(.observation, finding.check.resource, finding.check.summary, command: command)
    }
  }
}
