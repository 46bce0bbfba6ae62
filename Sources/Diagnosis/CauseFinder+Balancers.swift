internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis
internal import Remediation

/// Load balancers that don't hand a packet on.
extension CauseFinder {
  func withoutRule(_ id: ResourceID, _ address: IPAddress) -> Cause {
    balancer(
      id, address, "has no rule that takes it",
      Remedy("add a rule for the port, or an HA ports rule, over a pool that has the NICs in it", newRule(id, address)))
  }

  func withoutBackend(_ id: ResourceID, _ address: IPAddress) -> Cause {
    balancer(
      id, address, "has no NIC in the rule's pool", Remedy("add the NICs that are to take the traffic to the pool"))
  }

  private func balancer(_ id: ResourceID, _ address: IPAddress, _ what: String, _ remedy: Remedy) -> Cause {
    Cause(
      code: .loadBalancerCannotForward, resource: id, detail: [.init("frontend", "\(address)")],
      summary: "the packet reaches front end \(address) of load balancer \(id.name), which \(what)", remedy: remedy,
      evidence: [property(id, "loadBalancingRules", rules(of: id))])
  }

  /// A rule for the port that was asked. Azure takes no HA ports rule beside others of the same front end, so that one
  /// is made only where there is none.
  private func newRule(_ id: ResourceID, _ address: IPAddress) -> [Change] {
    guard let balancer = estate.loadBalancers.first(where: { $0.id == id }),
      let frontend = balancer.frontends.first(where: { holds($0, address) }),
      let pool = balancer.rules.first(where: { $0.frontend == frontend.id })?.backendPools.first
        ?? balancer.backendPools.first?.id
    else { return [] }
    let isAlone = !balancer.rules.contains { $0.frontend == frontend.id }
    guard let port = packet.port ?? (isAlone ? 0 : nil), packet.transport != .icmp else { return [] }
    let takesAll = isAlone && packet.destination != address
    let transport = takesAll ? "All" : packet.transport == .udp ? "Udp" : "Tcp"
    let number = JSONValue.integer(takesAll ? 0 : Int64(port))
    let name = takesAll ? "ha-ports" : "\(transport.lowercased())-\(port)"
    guard let rule = id.child("loadBalancingRules", name) else { return [] }
    return [
      .put(
        rule,
        properties: JSONObject([
          ("frontendIPConfiguration", Change.reference(frontend.id)), ("backendAddressPool", Change.reference(pool)),
          ("protocol", .string(transport)), ("frontendPort", number), ("backendPort", number),
        ]), location: nil)
    ]
  }

  private func holds(_ frontend: IPConfiguration, _ address: IPAddress) -> Bool {
    frontend.privateIPAddress == address
      || estate.publicIPAddressIndex(frontend.publicIPAddress).flatMap { estate.publicIPAddresses[$0].ipAddress }
        == address
  }
}
