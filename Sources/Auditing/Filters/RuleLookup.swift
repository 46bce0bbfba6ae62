internal import AzureFacts
internal import AzureResources
internal import IPAddressing

/// Finds the rule that decides on well-known traffic to a NIC.
enum RuleLookup {
  /// TCP traffic to a port.
  enum Traffic: Sendable {
    /// A load balancer's health probe.
    case probe(UInt16)
    /// From the whole internet: a rule counts that covers all of it.
    case internet(UInt16)

    var port: UInt16 {
      switch self {
      case .probe(let port), .internet(let port): port
      }
    }
  }

  /// The first rule that takes the traffic; nil where none of these does, so that a default rule decides, and where a
  /// rule before it can't be judged.
  ///
  /// - Parameter rules: Inbound rules by priority.
  static func first(_ rules: [SecurityRule], _ traffic: Traffic, at configuration: IPConfiguration) -> SecurityRule? {
    for rule in rules {
      guard rule.transport == .any || rule.transport == .tcp, rule.destinationPorts.contains(traffic.port),
        rule.sourcePorts == .any
      else { continue }
      guard rule.source != .unknown, rule.destination != .unknown else { return nil }
      if takes(rule.source, traffic), leads(rule.destination, to: configuration) { return rule }
    }
    return nil
  }

  private static let host = IPAddress.v4(IPv4Address(bits: 0xa83f_8110))

  private static func takes(_ source: SecurityRuleScope, _ traffic: Traffic) -> Bool {
    switch (source, traffic) {
    case (.any, _): true
    case (.prefixes(let set), .probe): set.contains(host)
    case (.serviceTags(let names, let set), .probe):
      set.contains(host) || names.contains { ["azureloadbalancer", "virtualnetwork"].contains($0.lowercased()) }
    case (.prefixes(let set), .internet): set.v4.contains(InternetTag.addresses.v4)
    case (.serviceTags(let names, let set), .internet):
      names.contains { $0.lowercased() == "internet" } || set.v4.contains(InternetTag.addresses.v4)
    default: false
    }
  }

  private static func leads(_ destination: SecurityRuleScope, to configuration: IPConfiguration) -> Bool {
    switch destination {
    case .any: true
    case .prefixes(let set): configuration.privateIPAddress.map { set.contains($0) } ?? false
    case .serviceTags(let names, let set):
      names.contains { $0.lowercased() == "virtualnetwork" }
        || (configuration.privateIPAddress.map { set.contains($0) } ?? false)
    case .applicationSecurityGroups(let groups):
      configuration.applicationSecurityGroups.contains(where: groups.contains)
    case .unknown: false
    }
  }
}
