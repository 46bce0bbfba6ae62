internal import Estate
internal import AzureResources
internal import Findings
internal import HybridConnectivity
internal import JSONDocument

/// The gateway's connections: that there are some, and how they stand.
struct ConnectionChecks {
  private let subject: GatewaySubject

  init(_ subject: GatewaySubject) { self.subject = subject }

  var checks: [Check] {
    guard !subject.connections.isEmpty else { return none }
    return subject.connections.flatMap { [provisioning($0), status($0), tunnels($0)].compactMap { $0 } }
  }

  /// Without a connection a gateway leads nowhere; clients need none.
  private var none: [Check] {
    let gateway = subject.gateway
    guard gateway.clients == nil else { return [] }
    let waiting = gateway.kind.isExpressRoute ? [] : unconnectedSites
    let sites = waiting.isEmpty ? "" : "; \(waiting.map { String($0.id.name) }.joined(separator: ", ")) waits for one"
    return [
      Check(
        .gatewayWithoutConnection, waiting.isEmpty ? .warning : .fail,
        "\(gateway.kind.typeName) gateway \(subject.name) has no connection in the snapshot: it leads nowhere\(sites)",
        gateway.id, [subject.property(gateway.id, "connections", "none")],
        remedy: Remedy(
          "create the connection, or collect the connections that there are",
          ["az network vpn-connection list -g \(gateway.id.resourceGroup ?? "<group>") -o json"]))
    ]
  }

  /// Sites in the gateway's group that no gateway is connected to (G1).
  private var unconnectedSites: [LocalNetworkGateway] {
    let connected = Set(subject.estate.connections.compactMap(\.localNetworkGateway2))
    let group = subject.gateway.id.resourceGroup?.lowercased()
    return subject.estate.localNetworkGateways.filter { site in
      !connected.contains(site.id) && site.id.resourceGroup?.lowercased() == group
    }
  }

  private func provisioning(_ connection: ConnectionRecord) -> Check? {
    guard let state = connection.provisioningState, ["failed", "canceled"].contains(state.lowercased()) else {
      return nil
    }
    return Check(
      .connectionNotProvisioned, .fail,
      "connection \(connection.id.name) is \(state): its last operation didn't succeed",
      connection.id, [subject.property(connection.id, "provisioningState", state)],
      remedy: Remedy(
        "write the connection again", ["az network vpn-connection update --ids \(connection.id)"]))
  }

  // MARK: Status

  private func status(_ connection: ConnectionRecord) -> Check {
    let to = connection.destination.map { " to \($0.name)" } ?? ""
    let what = "connection \(connection.id.name)\(to)"
    let state = connection.status ?? "not in the snapshot"
    let evidence = [subject.property(connection.id, "connectionStatus", state)]
    switch connection.isConnected {
    case true?: return subject.pass(.connectionNotConnected, "\(what) is Connected", connection.id)
    case false?:
      return Check(
        .connectionNotConnected, .fail, "\(what) is \(state)\(suspicion(connection))", connection.id, evidence,
        detail: [.init("connectionStatus", state)], remedy: remedy(connection))
    case nil:
      // Lists leave the status out. BGP over the connection tells as much.
      if isProvenByBGP(connection) {
        return subject.pass(
          .connectionNotConnected, "\(what) is up: BGP runs over it (its status is \(state))", connection.id)
      }
      return Check(
        .connectionNotConnected, .unknown, "how \(what) stands isn't known: its status is \(state)", connection.id,
        evidence,
        remedy: Remedy(
          "ask for the one connection: lists leave the status out",
          ["az network vpn-connection show --ids \(connection.id)"]))
    }
  }

  /// What most likely keeps a connection down, by its kind and by what Network Watcher says.
  private func suspicion(_ connection: ConnectionRecord) -> String {
    let said = subject.catalog.troubleshootResult(of: connection.id)?.explained.first { $0.code?.isFault ?? false }
    if let said, let code = said.code { return "; Network Watcher says \(said.finding.id): \(code.meaning)" }
    guard connection.circuit == nil else { return "; look at the circuit and its authorization" }
    return "; differing shared keys are the first suspect, then the device's address and the IPsec policies"
  }

  private func remedy(_ connection: ConnectionRecord) -> Remedy {
    guard connection.circuit == nil else {
      return Remedy(
        "look at the circuit (`azimuth expressroute verify`) and its authorization",
        ["az network vpn-connection show --ids \(connection.id)"])
    }
    let group = connection.id.resourceGroup ?? "<group>"
    return Remedy(
      "set one shared key on both ends, then compare the device's address and the IPsec policies",
      [
        "az network vpn-connection shared-key show -g \(group) --connection-name \(connection.id.name)",
        "az network vpn-connection show --ids \(connection.id)",
      ])
  }

  private func isProvenByBGP(_ connection: ConnectionRecord) -> Bool {
    guard let table = subject.peers.latest?.content else { return false }
    let up = table.peers.filter { $0.state?.lowercased() == "connected" }
    if connection.circuit != nil { return up.contains { $0.asn == 12076 } }
    guard let address = subject.site(of: connection)?.bgpPeeringAddress else { return false }
    return connection.enableBGP && up.contains { $0.neighbor == address }
  }

  private func tunnels(_ connection: ConnectionRecord) -> Check? {
    let down = connection.tunnels.filter { tunnel in
      tunnel.status.map { !["connected", "unknown"].contains($0.lowercased()) } ?? false
    }
    guard connection.tunnels.count > 1 else { return nil }
    guard let first = down.first else {
      return subject.pass(
        .tunnelNotConnected, "connection \(connection.id.name): its \(connection.tunnels.count) tunnels are connected",
        connection.id)
    }
    return Check(
      .tunnelNotConnected, .warning,
      "connection \(connection.id.name): \(down.count) of \(connection.tunnels.count) tunnels is"
        + " \(first.status ?? "down") (\(down.map(\.name).joined(separator: ", ")))", connection.id,
      [
        subject.property(
          connection.id, "tunnelConnectionStatus", down.map { "\($0.name): \($0.status ?? "")" }.joined(separator: ", ")
        )
      ],
      remedy: Remedy(
        "configure the device with both public addresses of the gateway",
        ["az network vpn-connection show --ids \(connection.id) --query tunnelConnectionStatus"]))
  }
}
