internal import AzureResources
internal import Estate
internal import FirewallRules
internal import IPAddressing

/// What is the same for many packets.
extension Tracer {
  /// The NIC that a front end hands packets to which it is to forward, whatever they are, unless one of its own backends
  /// sends them; nil where it depends on the packet, and where nobody takes it.
  ///
  /// - Parameters: Indexes of `Estate.loadBalancers` and of its `frontends`.
  public mutating func forwardingBackend(ofBalancer balancer: Int, frontend: Int) -> Int? {
    let resource = estate.loadBalancers[balancer]
    let front = resource.frontends[frontend]
    let rules = resource.rules.filter { $0.frontend == front.id }
    guard let address = front.privateIPAddress, rules.allSatisfy(\.isHighAvailabilityPorts) else { return nil }
    // No NIC has this source, so that none counts as the sender.
    let packet = Packet(source: PlatformAddress.wireServer, destination: address)
    var walk = Walk(packet: packet, subnet: 0, delivery: .owner, tolerated: [])
    let found = backend(of: balancer, frontend, .transit, &walk)
    return walk.trace.missing.isEmpty && walk.trace.forks.isEmpty ? found : nil
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
