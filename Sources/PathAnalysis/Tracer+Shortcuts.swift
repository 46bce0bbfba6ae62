internal import AzureResources
internal import Estate
internal import FirewallRules
internal import IPAddressing

/// What is the same for many packets.
extension Tracer {
  /// The NICs among which a front end spreads what they are to forward, whatever it is, unless one of them sends it; in
  /// the order in which a path chooses among them. nil where it depends on the packet, and where nobody takes it.
  ///
  /// - Parameters: Indexes of `Estate.loadBalancers` and of its `frontends`.
  public mutating func forwardingBackends(ofBalancer balancer: Int, frontend: Int) -> [Int]? {
    let resource = estate.loadBalancers[balancer]
    let front = resource.frontends[frontend]
    let rules = resource.rules.filter { $0.frontend == front.id }
    guard let address = front.privateIPAddress, rules.allSatisfy(\.isHighAvailabilityPorts) else { return nil }
    // No NIC has this source, so that none counts as the sender.
    let packet = Packet(source: PlatformAddress.wireServer, destination: address)
    var found: [Int] = []
    var count = 1
    while found.count < count {
      var walk = Walk(packet: packet, subnet: 0, delivery: .owner, tolerated: [], choices: [found.count])
      guard let backend = backend(of: balancer, frontend, .transit, &walk), walk.trace.missing.isEmpty else {
        return nil
      }
      found.append(backend)
      count = walk.trace.forks.first?.count ?? 1
    }
    return found
  }

  /// Whether a firewall lets the first packet of a connection pass as it is; nil where it changes the packet, and where
  /// that is unknown.
  ///
  /// - Parameter firewall: An index of `Estate.azureFirewalls`.
  public mutating func passesUnchanged(_ packet: Packet, firewall: Int) -> Bool? {
    switch firewalls.decide(firewall: firewall, Self.firewallFlow(packet)).outcome {
    case .allowed(by: _, source: .none): true
    case .denied: false
    default: nil
    }
  }
}
