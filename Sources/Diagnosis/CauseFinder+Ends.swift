internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis
internal import Remediation
internal import Routing

/// Faults at the ends of a connection: public addresses, load balancers that call themselves, overlapping networks.
extension CauseFinder {
  func noPublicAddress(_ id: ResourceID) -> Cause {
    return Cause(
      code: .noPublicAddress, resource: id, detail: [],
      summary: "the internet can't address \(id.name): it has no public address, and no public front end leads to it",
      remedy: Remedy(
        "publish it by a load balancer, application gateway or firewall and ask for that address, or give it a public"
          + " address", publish(id)),
      evidence: [property(id, "publicIPAddress", "none")])
  }

  /// The answer to what came from the internet is sent elsewhere (U9, U10).
  func forcedTunnel(_ route: EffectiveRoute, from hop: Hop) -> Cause {
    let subnet = hop.subnet ?? hop.resource
    let client = "\(packet.source)/\(packet.source.family == .ipv4 ? 32 : 128)"
    let hops = route.nextHopAddresses.map { "\($0)" }.joined(separator: ", ")
    let via = route.nextHopType == .virtualAppliance ? "an appliance" : "a gateway"
    return Cause(
      code: .asymmetricReturn, resource: route.origin.resource,
      detail: details(route) + [.init("direction", "return"), .init("subnet", subnet?.text ?? "")],
      summary: "the packet comes straight from the internet, but \(text(route)) sends the answer to \(via)"
        + (hops.isEmpty ? "" : " (\(hops))") + ", which never saw the request and drops the answer",
      remedy: Remedy(
        "publish the host by the appliance itself (DNAT), or route the client's addresses straight to the internet",
        directRoute(to: client, in: subnet)),
      evidence: [.route(route)])
  }

  /// A public address for a NIC. Which one Azure will give it, nobody knows before: the copy has one of those that are
  /// kept for documentation (RFC 5737).
  private func publish(_ id: ResourceID) -> [Change] {
    guard let interface = estate.networkInterfaceIndex(id).map({ estate.networkInterfaces[$0] }),
      let configuration = interface.ipConfigurations.first,
      let address = Self.sibling(of: id, "publicIPAddresses", "\(id.name)-ip")
    else { return [] }
    let properties = JSONObject([("publicIPAllocationMethod", "Static"), ("ipAddress", "192.0.2.1")])
    return [
      .put(address, properties: properties, location: interface.location),
      .set(configuration.id, property: "publicIPAddress", value: Change.reference(address)),
    ]
  }

  private func directRoute(to client: String, in subnet: ResourceID?) -> [Change] {
    guard let subnet, let index = estate.subnetIndex(subnet) else { return [] }
    if let own = estate.subnet(index).routeTable {
      return [userRoute("direct-to-client", client, "Internet", in: own)].compactMap { $0 }
    }
    guard let table = newTable(for: subnet),
      let route = userRoute("direct-to-client", client, "Internet", in: table.resource)
    else { return [] }
    return [table, route, .set(subnet, property: "routeTable", value: Change.reference(table.resource))]
  }

  func toItself(_ id: ResourceID, _ address: IPAddress) -> Cause {
    Cause(
      code: .loadBalancerToItself, resource: id, detail: [.init("frontend", "\(address)")],
      summary: "the sender is the only backend behind front end \(address) of load balancer \(id.name): a backend can't"
        + " reach itself that way",
      remedy: Remedy("use another address, or add a second backend to the pool"),
      evidence: [property(id, "loadBalancingRules", rules(of: id))])
  }

  func overlap(_ address: IPAddress, _ networks: [ResourceID]) -> Cause {
    let names = networks.map { String($0.name) }.joined(separator: " and ")
    let spaces = networks.compactMap { id in
      estate.virtualNetworkIndex(id).map { (id, estate.virtualNetworks[$0].addressPrefixes) }
    }
    return Cause(
      code: .overlappingAddressSpaces, resource: networks.last,
      detail: [.init("address", "\(address)")] + networks.map { .init("virtualNetwork", $0.text) },
      summary: "\(names) both have \(address) in their address space, so packets to it don't leave for the one that is"
        + " meant",
      remedy: Remedy("give one of the networks another address space, or publish the host by a private link"),
      evidence: spaces.map { property($0.0, "addressSpace", list($0.1)) })
  }

  func notPeered(_ id: ResourceID, _ subnet: ResourceID) -> Cause {
    Cause(
      code: .subnetNotPeered, resource: id,
      detail: [.init("subnet", subnet.text)],
      summary: "peering \(id.name) joins named subnets only, and \(subnet.name) is not among its localSubnetNames: the"
        + " route stands, the traffic is dropped",
      remedy: Remedy(
        "add the subnet on both sides of the peering",
        [.add(id, property: "localSubnetNames", value: .string(String(subnet.name)))]
          + (reverse(of: id).map {
            [.add($0, property: "remoteSubnetNames", value: .string(String(subnet.name)))]
          } ?? [])),
      evidence: [property(id, "localSubnetNames", localSubnetNames(id))])
  }

  private func localSubnetNames(_ id: ResourceID) -> String {
    peering(id)?.localSubnetNames.joined(separator: ", ") ?? ""
  }

  /// The rules of a load balancer in words.
  func rules(of id: ResourceID) -> String {
    let rules = estate.loadBalancerIndex(id).map { estate.loadBalancers[$0].rules } ?? []
    return rules.isEmpty
      ? "none" : rules.map { "\($0.id.name): \($0.transport) \($0.frontendPort)" }.joined(separator: ", ")
  }

  func list(_ prefixes: [IPPrefix]) -> String { prefixes.map { "\($0)" }.joined(separator: ", ") }

  /// The network of a NIC, load balancer, firewall or gateway.
  func network(of id: ResourceID) -> ResourceID? {
    let interface = estate.networkInterfaceIndex(id).flatMap { estate.networkInterfaces[$0].subnet }
    let gateway = estate.virtualNetworkGatewayIndex(id).flatMap { estate.virtualNetworkGateways[$0].virtualNetwork }
    let balancer = estate.loadBalancerIndex(id).flatMap {
      estate.loadBalancers[$0].frontends.lazy.compactMap(\.subnet).first
    }
    let firewall = estate.azureFirewallIndex(id).flatMap {
      estate.azureFirewalls[$0].ipConfigurations.lazy.compactMap(\.subnet).first
    }
    return (interface ?? balancer ?? firewall)?.parent ?? gateway
  }
}
