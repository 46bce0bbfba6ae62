internal import AzureResources
internal import Estate
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether gateways are connected to the circuit, and how their connections stand.
///
/// - Source: table `connection`; rule ER-C11. An absent status means nothing: lists leave it out.
struct ConnectionCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    guard subject.privatePeering != nil || !subject.connections.isEmpty else { return [] }
    guard !subject.connections.isEmpty else { return [none(subject)] }
    return subject.connections.map { finding($0, subject) }
  }

  private static func finding(_ connection: CircuitConnection, _ subject: CircuitSubject) -> CircuitFinding {
    let name = connection.id.name
    let gateway = connection.gateway.map { "gateway \($0.name)" } ?? "its gateway"
    let evidence = [
      subject.property("provisioningState", connection.provisioningState, of: connection.id),
      subject.property("connectionStatus", connection.connectionStatus, of: connection.id),
    ]
    func finding(
      _ status: Check.Status, _ summary: String, _ id: String? = nil, _ advice: String? = nil
    ) -> CircuitFinding {
      subject.finding(
        .circuitConnection, status, summary, at: [.gateway], resource: connection.id, evidence: evidence,
        reading: id.flatMap { Reading.of(.connection, $0) }, party: status == .pass ? nil : .customer,
        remedy: advice.map { Remedy($0, ["az network vpn-connection show --ids \(connection.id) -o json"]) })
    }
    if let id = connection.gateway, let known = subject.gateways.first(where: { $0.id == id }), known.isKnown,
      known.isExpressRoute == false
    {
      return finding(
        .fail,
        "connection \(name) leads to gateway \(id.name), which is a \(known.type ?? "") gateway and can't take a circuit",
        nil, "connect the circuit to a gateway of type ExpressRoute")
    }
    if connection.provisioningState?.lowercased() == "failed" {
      return finding(
        .fail, "connection \(name) of \(gateway) could not be set up (provisioningState Failed)", nil,
        "write the connection again; the circuit must be provisioned and its authorization valid")
    }
    switch connection.connectionStatus?.lowercased() {
    case "notconnected":
      return finding(
        .fail, "connection \(name) of \(gateway) is not connected", "CN-NOT",
        "look at the circuit's state and whether the authorization was revoked")
    case "connecting":
      return finding(
        .warning, "connection \(name) of \(gateway) is connecting", "CN-CONNECTING", "read it again in some minutes")
    case "connected": return finding(.pass, "connection \(name) joins \(gateway) to the circuit", "CN-CONNECTED")
    case "unknown":
      return finding(
        .pass, "connection \(name) joins \(gateway) to the circuit; its status is Unknown, which BGP decides",
        "CN-UNKNOWN")
    default:
      return finding(
        .pass, "connection \(name) joins \(gateway) to the circuit; the record is of a list, which has no status",
        "CN-NULL")
    }
  }

  private static func none(_ subject: CircuitSubject) -> CircuitFinding {
    if subject.seesGateway {
      return subject.finding(
        .circuitConnection, .pass,
        "a gateway is connected, as Microsoft's routers say; its connection is not in the snapshot", at: [.gateway])
    }
    let idle = subject.estate.virtualNetworkGateways.filter { gateway in
      gateway.gatewayType == .expressRoute
        && (subject.estate.virtualNetworkGatewayIndex(gateway.id)
          .map { subject.estate.connections(ofGateway: $0).isEmpty } ?? false)
    }
    if let gateway = idle.first {
      return subject.finding(
        .circuitConnection, .fail,
        "no connection joins the circuit to a network, and ExpressRoute gateway \(gateway.id.name) has none",
        at: [.gateway], resource: gateway.id, evidence: [subject.property("connections", "none", of: gateway.id)],
        party: .customer,
        remedy: Remedy(
          "connect the gateway to the circuit, with an authorization where they are in two subscriptions",
          [
            "az network vpn-connection create\(gateway.id.resourceGroup.map { " -g \($0)" } ?? "") -n <name> --vnet-gateway1"
              + " \(gateway.id) --express-route-circuit2 \(subject.circuit.id)"
          ]))
    }
    return subject.finding(
      .circuitConnection, .skipped,
      "the snapshot has no connection to the circuit; gateways in other subscriptions don't show here", at: [],
      remedy: Remedy(
        "collect the connections", ["az network vpn-connection list -g <group> -o json"]))
  }
}
