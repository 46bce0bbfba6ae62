internal import AzureResources
public import Estate
internal import IPAddressing
internal import JSONDocument
internal import Routing

/// Finds the way out of packets whose route leads to the internet.
public struct OutboundConnectivityFinder: Sendable {
  private let estate: Estate
  private let pools: BackendPools

  public init(_ estate: Estate, pools: BackendPools) {
    self.estate = estate
    self.pools = pools
  }

  /// The way out of a packet that a NIC sends from its address `packet.source`.
  ///
  /// - Complexity: O(rules of the load balancers whose pools the NIC is in).
  public func connectivity(of packet: Packet, fromInterface interface: Int) -> OutboundConnectivity {
    let resource = estate.networkInterfaces[interface]
    let sender =
      resource.ipConfigurations.first { $0.privateIPAddress == packet.source }
      ?? resource.ipConfigurations.first { $0.primary } ?? resource.ipConfigurations.first
    return connectivity(of: packet, sender, subnet: estate.subnet(ofInterface: interface))
  }

  /// The way out of a packet that some host of a subnet sends, one without a public address and in no pool.
  public func connectivity(of packet: Packet, fromSubnet subnet: Int) -> OutboundConnectivity {
    connectivity(of: packet, nil, subnet: subnet)
  }

  private func connectivity(
    of packet: Packet, _ sender: IPConfiguration?, subnet: Int?
  ) -> OutboundConnectivity {
    let mail = mail(packet, subscription: (sender?.id ?? subnet.map { estate.subnet($0).id })?.subscription)
    if let subnet, let found = natGateway(of: subnet, packet, mail) { return found }
    if let sender, let id = sender.publicIPAddress {
      let (addresses, missing) = addresses([id])
      return OutboundConnectivity(.instancePublicIPAddress(id), addresses: addresses, missing: missing, mail: mail)
    }
    let own = sender.map { pools.pools(ofConfiguration: $0.id) } ?? []
    if let found = balancer(own, packet, mail) { return found }
    return OutboundConnectivity(remaining(own, packet, subnet), mail: mail)
  }

  /// A NAT gateway counts where it has an address, and for IPv4 (routing semantics E-063).
  private func natGateway(
    of subnet: Int, _ packet: Packet, _ mail: OutboundConnectivity.MailAccess
  ) -> OutboundConnectivity? {
    guard let index = estate.natGateway(ofSubnet: subnet) else {
      guard let absent = estate.subnet(subnet).natGateway else { return nil }
      return OutboundConnectivity(
        .unknown(
          MissingInput(
            .resource, absent, "NAT gateway \(absent.name)",
            command: "az network nat gateway show --ids \(absent) -o json")), mail: mail)
    }
    let gateway = estate.natGateways[index]
    let isVersion2 = gateway.sku?.lowercased() == "standardv2"
    guard !gateway.publicIPAddresses.isEmpty || !gateway.publicIPPrefixes.isEmpty,
      packet.destination.family == .ipv4 || isVersion2
    else { return nil }
    let (addresses, lacking) = addresses(gateway.publicIPAddresses)
    let known = gateway.publicIPPrefixes.compactMap { id in
      estate.publicIPPrefixIndex(id).flatMap { estate.publicIPPrefixes[$0].prefix }
    }
    return OutboundConnectivity(
      .natGateway(index), addresses: addresses, prefixes: known, missing: lacking,
      obstacle: packet.transport == .icmp && !isVersion2 ? .icmpNotTranslated(gateway.id) : nil, mail: mail)
  }

  /// An outbound rule, or else a load-balancing rule that gives a way out beside the way in.
  private func balancer(
    _ own: [BackendPools.Pool], _ packet: Packet, _ mail: OutboundConnectivity.MailAccess
  ) -> OutboundConnectivity? {
    var other: OutboundConnectivity?
    for rule in candidates(own) {
      let (addresses, missing) = addresses(rule.frontends.compactMap(\.publicIPAddress))
      let prefixes = rule.frontends.compactMap { front in
        estate.publicIPPrefixIndex(estate.loadBalancers[rule.balancer].frontendPrefixes[front.id])
          .flatMap { estate.publicIPPrefixes[$0].prefix }
      }
      let id = estate.loadBalancers[rule.balancer].id
      let obstacle = obstacle(rule.transport, packet, id)
      let found = OutboundConnectivity(
        rule.method, addresses: addresses, prefixes: prefixes, missing: missing, obstacle: obstacle, mail: mail)
      if obstacle == nil { return found }
      other = other ?? found
    }
    return other
  }

  private struct Candidate {
    let balancer: Int
    let method: OutboundConnectivity.Method
    let transport: String
    let frontends: [IPConfiguration]
  }

  private func candidates(_ own: [BackendPools.Pool]) -> [Candidate] {
    var explicit: [Candidate] = []
    var implicit: [Candidate] = []
    for place in own {
      let balancer = estate.loadBalancers[place.balancer]
      let pool = balancer.backendPools[place.position].id
      func published(_ ids: [ResourceID]) -> [IPConfiguration] {
        balancer.frontends.filter { ids.contains($0.id) && balancer.isPublic($0) }
      }
      for rule in balancer.outboundRules where rule.backendPool == pool {
        let frontends = published(rule.frontends)
        guard !frontends.isEmpty else { continue }
        explicit.append(
          Candidate(
            balancer: place.balancer, method: .outboundRule(balancer: place.balancer, rule: rule.id),
            transport: rule.transport, frontends: frontends))
      }
      for rule in balancer.rules where rule.backendPools.contains(pool) && !rule.disableOutboundSNAT {
        let frontends = published(rule.frontend.map { [$0] } ?? [])
        guard !frontends.isEmpty else { continue }
        implicit.append(
          Candidate(
            balancer: place.balancer, method: .loadBalancingRule(balancer: place.balancer, rule: rule.id),
            transport: rule.transport, frontends: frontends))
      }
    }
    return explicit + implicit
  }

  private func obstacle(
    _ transport: String, _ packet: Packet, _ balancer: ResourceID
  ) -> OutboundConnectivity.Obstacle? {
    guard packet.transport != .icmp else { return .icmpNotTranslated(balancer) }
    let covered = ["all", packet.transport.rawValue].contains(transport.lowercased())
    return covered ? nil : .protocolWithoutRule(balancer, packet.transport)
  }

  /// What is left where nothing is configured.
  private func remaining(
    _ own: [BackendPools.Pool], _ packet: Packet, _ subnet: Int?
  ) -> OutboundConnectivity.Method {
    guard packet.destination.family == .ipv4 else { return .none(.noPublicIPv6) }
    guard let subnet else {
      return .unknown(
        MissingInput(.resource, nil, "the subnet of the sender", command: "az network vnet list -o json"))
    }
    let resource = estate.subnet(subnet)
    if resource.defaultOutboundAccess == false { return .none(.privateSubnet(resource.id)) }
    for place in own {
      let balancer = estate.loadBalancers[place.balancer]
      switch balancer.sku?.lowercased() {
      case "basic": continue
      case nil:
        return .unknown(
          MissingInput(
            .property, balancer.id,
            "the SKU of load balancer \(balancer.id.name): members of Standard ones have no default outbound access",
            command: "az network lb show --ids \(balancer.id) -o json"))
      default: return .none(.standardPool(balancer.id))
      }
    }
    return .defaultOutboundAccess(isStated: resource.defaultOutboundAccess == true)
  }

  private func addresses(_ ids: [ResourceID]) -> ([IPAddress], [MissingInput]) {
    var found: [IPAddress] = []
    var missing: [MissingInput] = []
    for id in ids {
      if let address = estate.publicIPAddressIndex(id).flatMap({ estate.publicIPAddresses[$0].ipAddress }) {
        found.append(address)
      } else {
        missing.append(
          MissingInput(
            .resource, id, "the address of public IP address \(id.name)",
            command: "az network public-ip show --ids \(id) -o json"))
      }
    }
    return (found, missing)
  }

  /// Port 25 leaves from Enterprise Agreement subscriptions, whose quota ids say so (routing semantics D-082).
  private func mail(_ packet: Packet, subscription: Substring?) -> OutboundConnectivity.MailAccess {
    guard packet.transport == .tcp, packet.port == 25, !packet.destination.isPrivate else { return .notMail }
    guard let subscription, let id = ResourceID("/subscriptions/\(subscription)"), let json = estate.json(id) else {
      return .unknown(subscription: subscription.map(String.init))
    }
    let policies = json["subscriptionPolicies"] ?? json["properties"]?["subscriptionPolicies"]
    let isEnterprise = policies?["quotaId"]?.text?.lowercased().hasPrefix("enterpriseagreement") ?? false
    return isEnterprise ? .allowed : .unknown(subscription: String(subscription))
  }
}
