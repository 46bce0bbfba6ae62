import TestSupport

/// A rule as somebody wrote it.
struct NaiveRule {
  let name: String
  let priority: Int
  let direction: String
  let access: String
  /// `Tcp`, `Udp`, `Icmp`, `Esp`, `Ah`, `*` or `Any`.
  let transport: String
  let source: [String]
  var sourcePort: String
  let destination: [String]
  let destinationPorts: [String]

  static func random(
    _ name: String, priority: Int, _ random: inout SplitMix64, isAdmin: Bool = false
  ) -> NaiveRule {
    let accesses = isAdmin ? ["Allow", "Deny", "AlwaysAllow"] : ["Allow", "Deny"]
    let transports = ["Tcp", "Udp", "Icmp", "Esp", "Ah", isAdmin ? "Any" : "*", "Tcp", isAdmin ? "Any" : "*"]
    return NaiveRule(
      name: name, priority: priority, direction: ["Inbound", "Outbound"].randomElement(using: &random) ?? "",
      access: accesses.randomElement(using: &random) ?? "", transport: transports.randomElement(using: &random) ?? "",
      source: side("\(name)s", &random, isAdmin),
      sourcePort: Int.random(in: 0..<6, using: &random) == 0 ? "50000-65535" : "*",
      destination: side("\(name)d", &random, isAdmin),
      destinationPorts: (0..<Int.random(in: 1...2, using: &random)).map { _ in
        NaiveEstate.ports.randomElement(using: &random) ?? "*"
      })
  }

  private static func side(_ name: String, _ random: inout SplitMix64, _ isAdmin: Bool) -> [String] {
    let network = "10.\(Int.random(in: 0..<3, using: &random))"
    switch Int.random(in: 0..<16, using: &random) {
    case 0...3: return ["*"]
    case 4: return ["VirtualNetwork"]
    case 5: return ["Internet"]
    case 6: return ["AzureLoadBalancer"]
    case 7: return ["Storage.WestEurope"]
    case 8: return ["sql"]
    case 9 where !isAdmin: return ["AzurePlatformDNS"]
    case 10 where !isAdmin: return ["asg:web"]
    case 11 where !isAdmin: return ["asg:db"]
    // A tag of its own that nothing tells.
    case 12: return ["Unknown\(name)"]
    case 13: return ["\(network).0.0/16", "20.60.0.0/24"]
    case 14: return ["\(network).1.0/24"]
    default: return ["\(network).0.4"]
    }
  }
}
