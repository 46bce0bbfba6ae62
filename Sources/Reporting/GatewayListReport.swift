internal import AzureResources
public import GatewayVerification
public import JSONDocument
public import TerminalText

/// The gateways of a snapshot, a row each.
public struct GatewayListReport: Report {
  private let gateways: [GatewayOverview]

  public init(_ gateways: [GatewayOverview]) { self.gateways = gateways }

  public var json: JSONValue { .array(gateways.map(Self.json)) }

  public var sheet: Sheet {
    Sheet(
      Self.header + ["Id"],
      gateways.map { gateway in
        // A program reads an empty cell for what people are shown a hyphen for.
        Self.cells(gateway).map { $0 == "-" ? "" : $0 } + [gateway.gateway.id.text]
      })
  }

  public func text(for terminal: Terminal) -> String {
    guard !gateways.isEmpty else {
      return "No virtual network gateway and no gateway of a virtual hub is in the snapshot.\n"
    }
    var table = TextTable(Self.header.map { TableColumn($0) })
    for gateway in gateways { table.append(Self.cells(gateway)) }
    return table.text(for: terminal)
  }

  private static let header = ["Gateway", "Type", "SKU", "In", "State", "Connections", "BGP sessions", "Learned"]

  private static func cells(_ overview: GatewayOverview) -> [String] {
    let gateway = overview.gateway
    let place = (gateway.virtualNetwork ?? gateway.virtualHub).map { String($0.name) } ?? "-"
    let connected = overview.connections.count { $0.isConnected == true }
    let unknown = overview.connections.count { $0.isConnected == nil }
    let connections =
      overview.connections.isEmpty
      ? "none" : "\(connected) of \(overview.connections.count) up" + (unknown > 0 ? ", \(unknown) unknown" : "")
    return [
      DisplayName.of(gateway.id), gateway.kind.typeName + (gateway.kind.isInHub ? " (hub)" : ""), gateway.sku ?? "-",
      place,
      gateway.provisioningState ?? "-", connections, overview.sessions.map { "\($0.up) of \($0.all) up" } ?? "-",
      overview.learnedPrefixes.map(String.init) ?? "-",
    ]
  }

  private static func json(_ overview: GatewayOverview) -> JSONValue {
    let gateway = overview.gateway
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    return [
      "id": .string(gateway.id.text), "name": .string(String(gateway.id.name)),
      "gatewayType": .string(gateway.kind.typeName), "sku": text(gateway.sku),
      "virtualNetwork": text(gateway.virtualNetwork?.text), "virtualHub": text(gateway.virtualHub?.text),
      "provisioningState": text(gateway.provisioningState), "activeActive": .bool(gateway.activeActive),
      "enableBgp": .bool(gateway.enableBGP), "asn": gateway.asn.map { .integer(Int64($0)) } ?? .null,
      "connections": .array(
        overview.connections.map { connection in
          [
            "id": .string(connection.id.text), "connectionType": text(connection.type),
            "connectionStatus": text(connection.status), "destination": text(connection.destination?.text),
          ]
        }),
      "bgpSessions": overview.sessions.map { ["connected": .integer(Int64($0.up)), "all": .integer(Int64($0.all))] }
        ?? .null,
      "learnedPrefixes": overview.learnedPrefixes.map { .integer(Int64($0)) } ?? .null,
    ]
  }
}
