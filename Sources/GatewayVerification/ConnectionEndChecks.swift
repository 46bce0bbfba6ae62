internal import AzureResources
internal import Findings

/// Tunnels between two gateways of the snapshot: the connection in each direction, configured alike.
struct ConnectionEndChecks {
  private let subject: GatewaySubject

  init(_ subject: GatewaySubject) { self.subject = subject }

  var checks: [Check] { subject.connections.compactMap(check) }

  private func check(_ connection: ConnectionRecord) -> Check? {
    guard let far = connection.otherGateway, far != subject.gateway.id, subject.catalog.gateway(far) != nil else {
      return nil
    }
    let back = subject.catalog.connections(of: far).first { $0.otherGateway == subject.gateway.id }
    guard let back else {
      return Check(
        .connectionEndsDiffer, .fail,
        "connection \(connection.id.name) leads to gateway \(far.name), which has no connection back: the tunnel takes one"
          + " in each direction", connection.id,
        [subject.property(far, "connections", "none to \(subject.name)")],
        remedy: Remedy(
          "create the connection in the other direction, with the same key",
          [
            "az network vpn-connection create -g \(far.resourceGroup ?? "<group>") -n \(far.name)-to-\(subject.name)"
              + " --vnet-gateway1 \(far) --vnet-gateway2 \(subject.gateway.id) --shared-key <key>"
          ]))
    }
    guard let (name, near, other) = difference(connection, back) else {
      return subject.pass(
        .connectionEndsDiffer, "connections \(connection.id.name) and \(back.id.name) are configured alike",
        connection.id)
    }
    return Check(
      .connectionEndsDiffer, .fail,
      "connection \(connection.id.name) has \(name) \(near), its other end \(back.id.name) has \(other)", connection.id,
      [subject.property(connection.id, name, near), subject.property(back.id, name, other)],
      remedy: Remedy("give both connections the same settings", ["az network vpn-connection show --ids \(back.id)"]))
  }

  /// The first setting that differs, with both values in words.
  private func difference(_ near: ConnectionRecord, _ far: ConnectionRecord) -> (String, String, String)? {
    func words(_ policies: [String]) -> String {
      policies.isEmpty ? "the default one" : policies.joined(separator: "; ")
    }
    if near.policies.sorted() != far.policies.sorted() {
      return ("IPsec policy", words(near.policies), words(far.policies))
    }
    if let left = near.protocolName, let right = far.protocolName, left.lowercased() != right.lowercased() {
      return ("protocol", left, right)
    }
    if near.enableBGP != far.enableBGP { return ("BGP", near.enableBGP ? "on" : "off", far.enableBGP ? "on" : "off") }
    if near.usesPolicyBasedTrafficSelectors != far.usesPolicyBasedTrafficSelectors {
      let (left, right) = (near.usesPolicyBasedTrafficSelectors, far.usesPolicyBasedTrafficSelectors)
      return ("policy-based traffic selectors", left ? "on" : "off", right ? "on" : "off")
    }
    return nil
  }
}
