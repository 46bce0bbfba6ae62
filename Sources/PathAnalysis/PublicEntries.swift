internal import AzureResources
public import Estate
public import IPAddressing
internal import Routing

/// The ways in from the internet.
public struct PublicEntries: Sendable {
  private let estate: Estate
  private let pools: BackendPools
  private var entries: [IPAddress: PublicEntry] = [:]
  private var publicAddresses: [IPAddress: Int] = [:]
  /// The ip configurations that name an inbound NAT rule, by rule.
  private var backends: [ResourceID: ResourceID] = [:]
  /// The load balancers with an inbound NAT rule for one ip configuration, by configuration.
  private var natBalancers: [ResourceID: [Int]] = [:]

  /// - Complexity: O(ip configurations).
  public init(_ estate: Estate, pools: BackendPools) {
    self.estate = estate
    self.pools = pools
    for (index, address) in estate.publicIPAddresses.enumerated() {
      if let text = address.ipAddress { publicAddresses[text] = index }
    }
    for (index, gateway) in estate.natGateways.enumerated() {
      for id in gateway.publicIPAddresses { add(id, .natGateway(index)) }
    }
    for (index, interface) in estate.networkInterfaces.enumerated() {
      for configuration in interface.ipConfigurations {
        add(configuration.publicIPAddress, .interface(index, configuration: configuration.id))
        for rule in configuration.loadBalancerInboundNATRules { backends[rule] = configuration.id }
      }
    }
    addShared()
  }

  private mutating func addShared() {
    for (index, gateway) in estate.virtualNetworkGateways.enumerated() {
      for configuration in gateway.ipConfigurations { add(configuration.publicIPAddress, .gateway(index)) }
    }
    for (index, balancer) in estate.loadBalancers.enumerated() {
      for (position, front) in balancer.frontends.enumerated() {
        add(front.publicIPAddress, .loadBalancer(index, frontend: position))
      }
      for rule in balancer.inboundNATRules {
        guard let configuration = rule.backendIPConfiguration ?? backends[rule.id] else { continue }
        natBalancers[configuration, default: []].append(index)
      }
    }
    for (index, firewall) in estate.azureFirewalls.enumerated() {
      for configuration in firewall.ipConfigurations { add(configuration.publicIPAddress, .firewall(index)) }
      for address in firewall.hubPublicIPAddresses { entries[address] = .firewall(index) }
    }
    for (index, gateway) in estate.applicationGateways.enumerated() {
      for front in gateway.frontends {
        add(front.publicIPAddress, .applicationGateway(index, frontend: front.id))
      }
    }
    for (index, bastion) in estate.bastionHosts.enumerated() {
      for configuration in bastion.ipConfigurations { add(configuration.publicIPAddress, .bastionHost(index)) }
    }
  }

  private mutating func add(_ id: ResourceID?, _ entry: PublicEntry) {
    guard let index = estate.publicIPAddressIndex(id), let address = estate.publicIPAddresses[index].ipAddress else {
      return
    }
    entries[address] = entry
  }

  /// What a public address of the estate belongs to; nil where the snapshot knows nobody.
  public func entry(at address: IPAddress) -> PublicEntry? { entries[address] }

  /// The public IP address resource with this address, as an index of `Estate.publicIPAddresses`.
  public func publicIPAddress(at address: IPAddress) -> Int? { publicAddresses[address] }

  /// Whether the way in by a public address is closed until a filter allows it.
  public func closure(at address: IPAddress) -> PublicClosure? {
    guard let index = publicAddresses[address] else { return nil }
    let resource = estate.publicIPAddresses[index]
    switch resource.sku?.lowercased() {
    case "basic": return .open
    case "standard", "standardv2": return .closedWithoutFilter
    default:
      return .unknown(
        MissingInput(
          .property, resource.id, "the SKU of public IP address \(resource.id.name)",
          command: "az network public-ip show --ids \(resource.id) -o json"))
    }
  }

  /// Where a front end, internal or public, sends a packet that is addressed to it. Inbound NAT rules come first: no
  /// port has a rule of both kinds.
  ///
  /// - Complexity: O(rules of the load balancer).
  public func target(of packet: Packet, balancer: Int, frontend: Int) -> BalancerTarget {
    let resource = estate.loadBalancers[balancer]
    let front = resource.frontends[frontend].id
    if let port = packet.port, let rule = resource.inboundNATRules.first(where: { takes(packet, port, $0, front) }) {
      return target(of: rule, port)
    }
    guard let rule = resource.rules.first(where: { $0.frontend == front && takes(packet, $0) }) else { return .none }
    let interfaces = rule.backendPools.flatMap { pools.interfaces(inPool: $0) }
    let port = rule.isHighAvailabilityPorts ? packet.port : packet.port.map { _ in UInt16(clamping: rule.backendPort) }
    return .pool(
      rule: rule.id, interfaces: interfaces,
      BalancerTarget.Delivery(
        port: rule.enableFloatingIP ? packet.port : port, keepsDestination: rule.enableFloatingIP))
  }

  /// A public front end behind which a NIC is: the first that leads to the packet's port, else the first at all; nil
  /// where there is none. The packet is addressed to the NIC itself, so that its port is the backend's.
  ///
  /// - Complexity: O(rules of the load balancers that the NIC is behind).
  func balancedEntry(of interface: Int, for packet: Packet) -> BalancedEntry? {
    var first: BalancedEntry?
    for configuration in estate.networkInterfaces[interface].ipConfigurations {
      let places = pools.pools(ofConfiguration: configuration.id)
      let balancers = places.map(\.balancer) + (natBalancers[configuration.id] ?? [])
      for (position, balancer) in balancers.enumerated() where !balancers[..<position].contains(balancer) {
        let resource = estate.loadBalancers[balancer]
        let own = Set(places.lazy.filter { $0.balancer == balancer }.map { resource.backendPools[$0.position].id })
        for (frontend, front) in resource.frontends.enumerated() where front.publicIPAddress != nil {
          let rules = resource.rules.filter { $0.frontend == front.id && !own.isDisjoint(with: $0.backendPools) }
          let translations = resource.inboundNATRules.filter { rule in
            rule.frontend == front.id
              && (rule.backendPool.map(own.contains) ?? false
                || (rule.backendIPConfiguration ?? backends[rule.id]) == configuration.id)
          }
          guard !rules.isEmpty || !translations.isEmpty else { continue }
          let isLed =
            rules.contains { $0.isHighAvailabilityPorts || leads(packet, $0.transport, to: $0.backendPort) }
            || translations.contains { leads(packet, $0.transport, to: $0.backendPort) }
          let entry = BalancedEntry(balancer: balancer, frontend: frontend, leadsToPort: isLed)
          if isLed { return entry }
          first = first ?? entry
        }
      }
    }
    return first
  }

  private func leads(_ packet: Packet, _ transport: String, to backendPort: Int) -> Bool {
    covers(transport, packet) && (packet.port.map { Int($0) == backendPort } ?? true)
  }

  private func target(of rule: InboundNATRule, _ port: UInt16) -> BalancerTarget {
    let delivery = BalancerTarget.Delivery(
      port: rule.enableFloatingIP ? port : UInt16(clamping: rule.backendPort), keepsDestination: rule.enableFloatingIP)
    if let pool = rule.backendPool {
      let interfaces = pools.interfaces(inPool: pool)
      guard interfaces.count == 1 else { return .oneOf(rule: rule.id, interfaces: interfaces, delivery) }
      return .backend(
        rule: rule.id, interface: interfaces[0],
        address: estate.networkInterfaces[interfaces[0]].privateIPAddress, delivery)
    }
    let configuration = rule.backendIPConfiguration ?? backends[rule.id]
    let interface = estate.networkInterfaceIndex(configuration?.parent)
    let address = interface.flatMap { index in
      estate.networkInterfaces[index].ipConfigurations.first { $0.id == configuration }?.privateIPAddress
    }
    return .backend(rule: rule.id, interface: interface, address: address, delivery)
  }

  private func takes(_ packet: Packet, _ port: UInt16, _ rule: InboundNATRule, _ front: ResourceID) -> Bool {
    guard rule.frontend == front, covers(rule.transport, packet) else { return false }
    return rule.frontendPorts?.contains(Int(port)) ?? (rule.frontendPort == Int(port))
  }

  /// Without a port any rule of the protocol takes the packet.
  private func takes(_ packet: Packet, _ rule: LoadBalancingRule) -> Bool {
    if rule.isHighAvailabilityPorts { return true }
    guard covers(rule.transport, packet) else { return false }
    return packet.port.map { Int($0) == rule.frontendPort } ?? true
  }

  private func covers(_ transport: String, _ packet: Packet) -> Bool {
    packet.transport != .icmp && ["all", packet.transport.rawValue].contains(transport.lowercased())
  }
}
