internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Connections that aren't up (G2, G3, E9).
struct ConnectionCheck: AuditCheck {
  static let code = CheckCode.connectionNotConnected

  static func findings(in audited: AuditedEstate) -> [Finding] {
    audited.estate.connections.compactMap { connection in
      guard let status = connection.connectionStatus, !["connected", "unknown", ""].contains(status.lowercased()) else {
        return nil
      }
      let isTrying = status.lowercased() == "connecting"
      let other = connection.localNetworkGateway2 ?? connection.virtualNetworkGateway2 ?? connection.peer
      return Finding(
        code, isTrying ? .warning : .error,
        "connection \(connection.id.name)\(other.map { " to \($0.name)" } ?? "") is \(status)", connection.id,
        [audited.property(connection.id, "connectionStatus", status)],
        remedy: Remedy(
          connection.connectionType == .expressRoute
            ? "look at the circuit and its authorization" : "compare the shared keys and the peer's address",
          ["az network vpn-connection show --ids \(connection.id)"]))
    }
  }
}
