public import AzureResources
public import Estate
internal import HybridConnectivity
internal import JSONDocument

/// The gateways of an estate with their connections, and what Network Watcher said of them; decoded when it is made.
public struct GatewayCatalog: Sendable {
  let estate: Estate
  /// In the order of the snapshot.
  public let gateways: [GatewayRecord]
  /// The recorded results of Network Watcher, in the order of the snapshot.
  public let troubleshootResults: [TroubleshootResult]
  let connections: [ConnectionRecord]
  let circuits: CircuitCatalog
  private let connectionsOfGateway: [ResourceID: [Int]]

  /// The kinds of resource that are gateways.
  public static let kinds: Set<ResourceKind> = [.virtualNetworkGateway, .vpnGateway, .expressRouteGateway]

  /// - Complexity: O(resources + observations), and what the text of gateways and connections takes.
  public init(_ estate: Estate) {
    self.estate = estate
    circuits = CircuitCatalog(estate)
    var gateways: [GatewayRecord] = []
    var connections: [ConnectionRecord] = []
    var seen: Set<ResourceID> = []
    for record in estate.records {
      let isGateway = Self.kinds.contains(record.id.kind)
      guard isGateway || Self.isConnection(record.id), let json = estate.text.value(at: record.source) else { continue }
      guard isGateway else {
        if seen.insert(record.id).inserted {
          connections.append(ConnectionRecord(json, id: record.id, source: record.source))
        }
        continue
      }
      guard let gateway = GatewayRecord(json, id: record.id, source: record.source) else { continue }
      gateways.append(gateway)
      for element in gateway.nestedConnections {
        let type = gateway.kind == .hubVPN ? "vpnConnections" : "expressRouteConnections"
        guard
          let id = element.text("id").flatMap({ ResourceID($0) })
            ?? element.text("name").flatMap({ gateway.id.child(type, $0) }), seen.insert(id).inserted
        else { continue }
        connections.append(ConnectionRecord(element, id: id, source: record.source))
      }
    }
    self.gateways = gateways
    self.connections = connections
    var byGateway: [ResourceID: [Int]] = [:]
    for (index, connection) in connections.enumerated() {
      for gateway in Set([connection.gateway, connection.otherGateway].compactMap { $0 }) {
        // Only the connection at its own end is a gateway's; the one in the other direction is its counterpart.
        if connection.gateway == gateway { byGateway[estate.resolve(gateway) ?? gateway, default: []].append(index) }
      }
    }
    connectionsOfGateway = byGateway
    troubleshootResults = estate.observations.compactMap { TroubleshootResult($0, in: estate) }
  }

  /// The gateway with this id.
  public func gateway(_ id: ResourceID) -> GatewayRecord? { gateways.first { $0.id == id } }

  /// The connections of a gateway.
  public func connections(of gateway: ResourceID) -> [ConnectionRecord] {
    (connectionsOfGateway[gateway] ?? []).map { connections[$0] }
  }

  /// The latest result of Network Watcher about a gateway or connection.
  public func troubleshootResult(of target: ResourceID) -> TroubleshootResult? {
    let own = troubleshootResults.filter { result in
      result.isResult && result.target.map { (estate.resolve($0) ?? $0) == target } == true
    }
    return own.max { ($0.endTime ?? $0.observedAt ?? "") < ($1.endTime ?? $1.observedAt ?? "") }
  }

  private static func isConnection(_ id: ResourceID) -> Bool {
    id.kind == .connection || id.type.lowercased().hasSuffix("/vpnconnections")
      || id.type.lowercased().hasSuffix("/expressrouteconnections")
  }
}
