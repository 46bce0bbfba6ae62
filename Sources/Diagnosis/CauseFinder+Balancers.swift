internal import AzureResources
internal import Estate
internal import Findings
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

  /// Before appliances it is one rule for all ports: answers go to ports that nobody knows before, and Azure takes no HA
  /// ports rule beside others of the same front end (routing semantics E-020). For the balancer's own service, and
  /// behind a public front end, it is a rule for the port that was asked.
  private func newRule(_ id: ResourceID, _ address: IPAddress) -> [Change] {
    guard let balancer = estate.loadBalancerIndex(id).map({ estate.loadBalancers[$0] }),
      let frontend = balancer.frontends.first(where: { holds($0, address) })
    else { return [] }
    let present = balancer.rules.filter { $0.frontend == frontend.id }
    guard packet.destination == address || frontend.publicIPAddress != nil else {
      let all: [(String, JSONValue)] = [("protocol", "All"), ("frontendPort", 0), ("backendPort", 0)]
      guard let first = present.first else { return create("ha-ports", in: balancer, frontend.id, all) }
      return present.dropFirst().map { .delete($0.id) } + [.update(first.id, properties: JSONObject(all))]
    }
    guard let port = packet.port, packet.transport != .icmp else { return [] }
    let transport = packet.transport == .udp ? "Udp" : "Tcp"
    let number = JSONValue.integer(Int64(port))
    return create(
      "\(transport.lowercased())-\(port)", in: balancer, frontend.id,
      [("protocol", .string(transport)), ("frontendPort", number), ("backendPort", number)])
  }

  private func create(
    _ name: String, in balancer: LoadBalancer, _ frontend: ResourceID, _ properties: [(String, JSONValue)]
  ) -> [Change] {
    let present = balancer.rules.first { $0.frontend == frontend }
    guard let pool = present?.backendPools.first ?? balancer.backendPools.first?.id,
      let rule = balancer.id.child("loadBalancingRules", name)
    else { return [] }
    let ends = [
      ("frontendIPConfiguration", Change.reference(frontend)), ("backendAddressPool", Change.reference(pool)),
    ]
    return [.put(rule, properties: JSONObject(ends + properties), location: nil)]
  }

  private func holds(_ frontend: IPConfiguration, _ address: IPAddress) -> Bool {
    frontend.privateIPAddress == address
      || estate.publicIPAddressIndex(frontend.publicIPAddress).flatMap { estate.publicIPAddresses[$0].ipAddress }
        == address
  }
}
