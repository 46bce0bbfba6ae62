internal import AzureResources
internal import Estate
internal import Filtering
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis
internal import Remediation

/// Packets that don't get out to the internet, and probes that don't get in.
extension CauseFinder {
  func noOutbound(_ place: ResourceID, _ reason: OutboundConnectivity.Reason) -> Cause {
    let subnet = station?.subnet
    let why: String
    let evidence: Evidence
    switch reason {
    case .privateSubnet(let id):
      why = "subnet \(id.name) has default outbound access off"
      evidence = property(id, "defaultOutboundAccess", "false")
    case .standardPool(let id):
      why = "a member of Standard load balancer \(id.name)'s pool has no default outbound access"
      evidence = property(id, "outboundRules", "none for it")
    case .noPublicIPv6:
      why = "IPv6 has no default outbound access"
      evidence = property(place, "publicIPAddress", "none")
    }
    return Cause(
      code: .noOutbound, resource: subnet ?? place, detail: [.init("place", place.text)],
      summary: "the route leads to the internet, but nothing gives \(place.name) a public source: no NAT gateway, no"
        + " public address, no outbound rule, and \(why)",
      remedy: Remedy("associate a NAT gateway with the subnet", subnet.map { natGateway(for: $0) } ?? []),
      evidence: [evidence])
  }

  /// A NAT gateway with an address for a subnet.
  private func natGateway(for subnet: ResourceID) -> [Change] {
    guard let network = subnet.parent,
      let address = Self.sibling(of: network, "publicIPAddresses", "\(subnet.name)-nat-ip"),
      let gateway = Self.sibling(of: network, "natGateways", "\(subnet.name)-nat")
    else { return [] }
    let location = estate.virtualNetworkIndex(network).flatMap { estate.virtualNetworks[$0].location }
    return [
      .put(
        address, properties: JSONObject([("publicIPAllocationMethod", "Static"), ("ipAddress", "192.0.2.1")]),
        location: location),
      .put(
        gateway, properties: JSONObject([("publicIpAddresses", .array([Change.reference(address)]))]),
        location: location),
      .set(subnet, property: "natGateway", value: Change.reference(gateway)),
    ]
  }

  func notTranslated(_ place: ResourceID, _ obstacle: OutboundConnectivity.Obstacle) -> Cause {
    switch obstacle {
    case .icmpNotTranslated(let id):
      return Cause(
        code: .protocolNotTranslated, resource: id, detail: [.init("place", place.text), .init("protocol", "ICMP")],
        summary: "\(id.name), by which \(place.name) gets out to the internet, translates TCP and UDP alone: ICMP is"
          + " dropped",
        remedy: Remedy("test with TCP, or give \(place.name) a public address of its own"),
        evidence: [property(id, "protocols", "TCP, UDP")])
    case .protocolWithoutRule(let id, let transport):
      let name = transport.rawValue.uppercased()
      return Cause(
        code: .protocolNotTranslated, resource: id, detail: [.init("place", place.text), .init("protocol", name)],
        summary: "load balancer \(id.name), by which \(place.name) gets out to the internet, has rules for the other"
          + " protocol alone: \(name) is dropped",
        remedy: Remedy("add an outbound rule for all protocols"),
        evidence: [property(id, "outboundRules", "none for \(name)")])
    }
  }

  func notCarried(_ endpoint: ResourceID, _ transport: Packet.Transport) -> Cause {
    Cause(
      code: .endpointTransport, resource: endpoint, detail: [.init("protocol", transport.rawValue.uppercased())],
      summary: "private endpoint \(endpoint.name) carries TCP alone: \(transport.rawValue.uppercased()) gets no answer,"
        + " however well it is",
      remedy: Remedy("ask with TCP and the service's port"),
      evidence: [property(endpoint, "protocols", "TCP")])
  }

  /// N7, I-24: a front end without a healthy backend hands nothing on.
  func probesDenied(_ id: ResourceID, _ passage: FilterPassage) -> Cause {
    let denied = filtered(passage)
    return Cause(
      code: .probeDenied, resource: denied.resource,
      detail: [.init("loadBalancer", id.text)] + denied.detail.filter { !$0.name.hasPrefix("new") },
      summary: "load balancer \(id.name) hands nothing on: its health probe from \(passage.packet.source) doesn't reach"
        + " any backend; \(denied.summary)",
      remedy: allowProbe(passage) ?? denied.remedy, evidence: denied.evidence)
  }

  private func allowProbe(_ passage: FilterPassage) -> Remedy? {
    guard case .judged(let verdict) = passage.outcome, let stage = verdict.decidingStage,
      stage.kind == .networkSecurityGroup,
      let decision = stage.decision, let rule = stage.group.child("securityRules", "allow-load-balancer")
    else { return nil }
    let rules = estate.networkSecurityGroup(stage.group)?.group.securityRules ?? []
    let taken = Set(rules.filter { $0.direction == .inbound }.map(\.priority))
    guard let priority = FreePriority.below(decision.rule.priority, isDefault: decision.isDefault, taken) else {
      return nil
    }
    return Remedy(
      "let the probe in: allow AzureLoadBalancer above \(decision.rule.name)",
      [
        .put(
          rule,
          properties: JSONObject([
            ("priority", .integer(Int64(priority))), ("direction", "Inbound"), ("access", "Allow"), ("protocol", "*"),
            ("sourceAddressPrefix", "AzureLoadBalancer"), ("sourcePortRange", "*"),
            ("destinationAddressPrefix", "*"), ("destinationPortRange", "*"),
          ]), location: nil)
      ])
  }
}
