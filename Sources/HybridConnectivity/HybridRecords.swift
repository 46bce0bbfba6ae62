internal import AzureResources
internal import Estate
internal import JSONDocument

/// The resources of ExpressRoute in an estate, with children that came as resources of their own put to their parents.
struct HybridRecords {
  private(set) var circuits: [Circuit] = []
  private(set) var ports: [ExpressRoutePort] = []
  private(set) var routeFilters: [RouteFilter] = []
  private(set) var connections: [CircuitConnection] = []
  /// Answers of Azure Monitor that came without their call.
  private(set) var metrics: [JSONValue] = []
  /// Events of the activity log that came without their call.
  private(set) var events: [JSONValue] = []

  /// - Complexity: O(resources), and what the text of those it reads takes.
  init(_ estate: Estate) {
    var circuitTexts: [(ResourceID, JSONValue)] = []
    var peerings: [ResourceID: [JSONValue]] = [:]
    var children: [ResourceID: [String: [JSONValue]]] = [:]
    var rules: [ResourceID: [JSONValue]] = [:]
    var links: [ResourceID: [JSONValue]] = [:]
    var filters: [(ResourceID, JSONValue)] = []
    for record in estate.records {
      let id = record.id
      let kind = id.kind
      guard kind == .other || Self.kinds.contains(kind) else { continue }
      let type = kind == .other ? id.type.lowercased() : ""
      guard kind != .other || Self.isRead(type), let json = estate.text.value(at: record.source) else { continue }
      switch kind {
      case .expressRouteCircuit: circuitTexts.append((id, json))
      case .expressRoutePeering: if let owner = id.parent { peerings[owner, default: []].append(json) }
      case .connection, .expressRouteConnection:
        if let connection = CircuitConnection(json, id: id) { connections.append(connection) }
      case .expressRouteGateway: connections += Self.nested(json, id)
      default:
        if type.hasSuffix("/expressrouteports") {
          ports.append(ExpressRoutePort(json, id: id))
        } else if type.hasSuffix("/routefilters") {
          filters.append((id, json))
        } else if type == "microsoft.insights/metrics" {
          metrics.append(json)
        } else if type.hasSuffix("/events/ticks") {
          events.append(json)
        } else if let owner = id.parent {
          if type.hasSuffix("/routefilterrules") {
            rules[owner, default: []].append(json)
          } else if type.hasSuffix("/links") {
            links[owner, default: []].append(json)
          } else {
            children[owner, default: [:]][String(type.split(separator: "/").last ?? ""), default: []].append(json)
          }
        }
      }
    }
    circuits = circuitTexts.map { id, json in
      let own = (peerings[id] ?? []).map { Self.merged($0, children, of: id) }
      var circuit = Self.adding(own, to: "peerings", of: json)
      circuit = Self.adding(children[id]?["authorizations"] ?? [], to: "authorizations", of: circuit)
      return Circuit(Self.withChildrenOfPeerings(circuit, children, id), id: id)
    }
    routeFilters = filters.map { RouteFilter(Self.adding(rules[$0.0] ?? [], to: "rules", of: $0.1), id: $0.0) }
    connections = Self.firstOfEach(connections)
  }

  private static let kinds: Set<ResourceKind> = [
    .expressRouteCircuit, .expressRoutePeering, .connection, .expressRouteConnection, .expressRouteGateway,
  ]

  private static func isRead(_ type: String) -> Bool {
    type.hasPrefix("microsoft.network/expressroute") || type.hasPrefix("microsoft.network/routefilters")
      || type == "microsoft.insights/metrics" || type.hasSuffix("/events/ticks")
  }

  /// The connections that a hub's gateway holds itself.
  private static func nested(_ json: JSONValue, _ gateway: ResourceID) -> [CircuitConnection] {
    json.armProperties.list("expressRouteConnections").compactMap { element in
      let id =
        element.text("id").flatMap { ResourceID($0) }
        ?? element.text("name").flatMap { gateway.child("expressRouteConnections", $0) }
      return id.flatMap { CircuitConnection(element, id: $0) }
    }
  }

  /// A list read twice, within its gateway and by itself, counts once.
  private static func firstOfEach(_ connections: [CircuitConnection]) -> [CircuitConnection] {
    var seen: Set<ResourceID> = []
    return connections.filter { seen.insert($0.id).inserted }
  }

  /// A peering that came by itself, with its Global Reach connections.
  private static func merged(
    _ peering: JSONValue, _ children: [ResourceID: [String: [JSONValue]]], of circuit: ResourceID
  ) -> JSONValue {
    let name = peering.text("name") ?? ""
    guard let id = peering.text("id").flatMap({ ResourceID($0) }) ?? circuit.child("peerings", name) else {
      return peering
    }
    let connections = adding(children[id]?["connections"] ?? [], to: "connections", of: peering)
    return adding(children[id]?["peerconnections"] ?? [], to: "peeredConnections", of: connections)
  }

  private static func withChildrenOfPeerings(
    _ circuit: JSONValue, _ children: [ResourceID: [String: [JSONValue]]], _ id: ResourceID
  ) -> JSONValue {
    guard !children.isEmpty, case .object(var outer) = circuit else { return circuit }
    let isNested = circuit["properties"]?.members != nil
    guard case .object(var properties) = circuit.armProperties else { return circuit }
    properties["peerings"] = properties["peerings"].map { list in
      .array((list.elements ?? []).map { merged($0, children, of: id) })
    }
    guard isNested else { return .object(properties) }
    outer["properties"] = .object(properties)
    return .object(outer)
  }

  /// A resource with children put into one of its lists: a child that is there already is filled up.
  private static func adding(_ children: [JSONValue], to key: String, of resource: JSONValue) -> JSONValue {
    guard !children.isEmpty, case .object(var outer) = resource else { return resource }
    let isNested = resource["properties"]?.members != nil
    guard case .object(var properties) = resource.armProperties else { return resource }
    var list = properties[key]?.elements ?? []
    for child in children {
      let name = childName(child)
      if let place = list.firstIndex(where: { childName($0) == name }) {
        list[place] = list[place].filled(from: child)
      } else {
        list.append(child)
      }
    }
    properties[key] = .array(list)
    guard isNested else { return .object(properties) }
    outer["properties"] = .object(properties)
    return .object(outer)
  }

  private static func childName(_ child: JSONValue) -> String {
    (child.text("name") ?? child.text("id")?.split(separator: "/").last.map(String.init) ?? "").lowercased()
  }
}
