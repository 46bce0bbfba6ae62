/// The filters' rules as the reference states them, one after the other, without indexes: what the engine is checked
/// against. Whatever is unknown is tried both ways, whatever is open at every value that makes a difference.
///
/// - Source: routing semantics D-001 to D-104.
struct NaiveFilter {
  struct Packet {
    var transport: String
    let source: UInt32
    var sourcePort: Int
    let destination: UInt32
    var destinationPort: Int
  }

  let estate: NaiveEstate

  static func number(_ address: String) -> UInt32 {
    address.split(separator: ".").reduce(0) { $0 << 8 | UInt32($1)! }
  }

  /// Prefixes as numbers, so that 100,000 flows take seconds.
  private let prefixes: [String: (base: UInt32, mask: UInt32)]

  init(estate: NaiveEstate) {
    self.estate = estate
    let rules = estate.adminRules + estate.groups.values.flatMap { $0 }
    var texts = rules.flatMap { $0.source + $0.destination } + Self.notInternet + ["168.63.129.16/32"]
    texts += estate.tags.values.flatMap { $0 } + estate.networks.map(\.prefix) + estate.subnets.flatMap(\.routes)
    var prefixes: [String: (base: UInt32, mask: UInt32)] = [:]
    for text in texts where text.first?.isNumber == true {
      let parts = text.split(separator: "/")
      let length = parts.count == 2 ? UInt32(parts[1])! : 32
      let mask: UInt32 = length == 0 ? 0 : ~UInt32(0) << (32 - length)
      prefixes[text] = (Self.number(String(parts[0])) & mask, mask)
    }
    self.prefixes = prefixes
  }

  private func holds(_ prefix: String, _ address: UInt32) -> Bool {
    let (base, mask) = prefixes[prefix]!
    return address & mask == base
  }

  /// What the tag Internet leaves out, of the addresses that the test uses.
  static let notInternet = [
    "0.0.0.0/8", "10.0.0.0/8", "25.4.0.0/14", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.168.0.0/16", "224.0.0.0/3",
  ]

  /// `allow`, `deny`, `noFilters` or `unknown`.
  func word(_ packets: [Packet], _ direction: String, at host: NaiveEstate.Host?, in subnet: NaiveEstate.Subnet)
    -> String
  {
    var ends: Set<String> = []
    for packet in packets { ends.formUnion(self.ends(packet, direction, host, subnet)) }
    if ends == ["noFilters"] { return "noFilters" }
    if ends.isSubset(of: ["allow", "noFilters"]) { return "allow" }
    return ends == ["deny"] ? "deny" : "unknown"
  }

  private func ends(
    _ packet: Packet, _ direction: String, _ host: NaiveEstate.Host?, _ subnet: NaiveEstate.Subnet
  ) -> Set<String> {
    let name = String(subnet.path.split(separator: "/")[1])
    let isEndpoint = host?.isEndpoint == true
    let platform = ["168.63.129.16", "169.254.169.254"].map(Self.number)
    let isPlatform = direction == "Outbound" && platform.contains(packet.destination)
    var found: Set<String> = []
    // What security admin rules may do: go on to the groups (after a rule, or none), or end it.
    var goesOn: Set<String> = ["none"]
    let excluded = ["AzureFirewallSubnet", "AzureBastionSubnet"].contains(name)
    if !isPlatform, !isEndpoint, !excluded, estate.managedNetworks.contains(subnet.network) {
      let steps = first(estate.adminRules, packet, direction, host, subnet)
      goesOn = Set(steps.compactMap { $0 == "Allow" ? "rule" : $0 == "none" ? "none" : nil })
      if steps.contains("Deny") { found.insert("deny") }
      if steps.contains("AlwaysAllow") { found.insert("allow") }
    }
    guard !goesOn.isEmpty else { return found }
    var groups = [subnet.group, host?.group].compactMap { $0 }
    if direction == "Outbound" { groups.reverse() }
    if name == "AzureFirewallSubnet" { groups = [] }
    if isEndpoint,
      direction == "Outbound" || !["Enabled", "NetworkSecurityGroupEnabled"].contains(subnet.policies ?? "")
    {
      groups = []
    }
    for group in groups {
      guard let rules = estate.groups[group] else {
        found.insert("deny")
        continue
      }
      var all = rules.sorted { $0.priority < $1.priority } + Self.defaults
      if isPlatform { all = all.filter { $0.destination.contains { $0.hasPrefix("AzurePlatform") } } }
      let steps = first(all, packet, direction, host, subnet)
      if steps.contains("Deny") { found.insert("deny") }
      if steps.isDisjoint(with: ["Allow", "none"]) { return found }
    }
    if groups.isEmpty {
      return found.union(goesOn.map { $0 == "rule" ? "allow" : "noFilters" })
    }
    return found.union(["allow"])
  }

  /// What the first rule that covers the packet may do.
  private func first(
    _ rules: [NaiveRule], _ packet: Packet, _ direction: String, _ host: NaiveEstate.Host?, _ subnet: NaiveEstate.Subnet
  ) -> Set<String> {
    var steps: Set<String> = []
    for rule in rules where rule.direction == direction {
      let ownSide = direction == "Inbound" ? rule.destination : rule.source
      if let named = ownSide.first, named.hasPrefix("asg:") {
        guard host?.applicationGroups.contains(String(named.dropFirst(4))) == true else { continue }
      }
      guard rule.transport == "*" || rule.transport == "Any" || rule.transport == packet.transport else { continue }
      if packet.transport == "Tcp" || packet.transport == "Udp" {
        guard Self.isPort(packet.sourcePort, in: rule.sourcePort) else { continue }
        guard rule.destinationPorts.contains(where: { Self.isPort(packet.destinationPort, in: $0) }) else { continue }
      }
      let sides = [
        covers(rule.source, packet.source, subnet), covers(rule.destination, packet.destination, subnet),
      ]
      if sides.contains(false) { continue }
      steps.insert(rule.access)
      if sides == [true, true] { return steps }
    }
    return steps.union(["none"])
  }

  private static func isPort(_ port: Int, in text: String) -> Bool {
    if text == "*" { return true }
    let ends = text.split(separator: "-").map { Int($0)! }
    return ends[0] <= port && port <= ends[ends.count - 1]
  }

  /// nil where nothing tells.
  private func covers(_ side: [String], _ address: UInt32, _ subnet: NaiveEstate.Subnet) -> Bool? {
    guard let text = side.first else { return false }
    switch text.lowercased() {
    case "*": return true
    case "virtualnetwork": return virtualNetwork(subnet).contains { holds($0, address) }
    case "internet": return !Self.notInternet.contains { holds($0, address) }
    case "azureloadbalancer", "azureplatformdns": return address == Self.number("168.63.129.16")
    case let tag where estate.tags.contains { $0.key.lowercased() == tag }:
      return estate.tags.contains { $0.key.lowercased() == tag && $0.value.contains { holds($0, address) } }
    case let tag where tag.hasPrefix("unknown"): return nil
    case let group where group.hasPrefix("asg:"):
      return estate.hosts.contains {
        $0.applicationGroups.contains(String(group.dropFirst(4))) && Self.number($0.address) == address
      }
    default: return side.contains { holds($0, address) }
    }
  }

  private func virtualNetwork(_ subnet: NaiveEstate.Subnet) -> [String] {
    let network = estate.networks.first { $0.name == subnet.network }!
    let peers = network.accessiblePeers.map { name in estate.networks.first { $0.name == name }!.prefix }
    return [network.prefix, "168.63.129.16/32"] + peers + subnet.routes
  }

  private static let defaults: [NaiveRule] = [
    rule("Inbound", "Allow", "VirtualNetwork", "VirtualNetwork"), rule("Inbound", "Allow", "AzureLoadBalancer", "*"),
    rule("Inbound", "Deny", "*", "*"), rule("Outbound", "Allow", "VirtualNetwork", "VirtualNetwork"),
    rule("Outbound", "Allow", "*", "Internet"), rule("Outbound", "Deny", "*", "*"),
  ]

  private static func rule(_ direction: String, _ access: String, _ source: String, _ destination: String) -> NaiveRule
  {
    NaiveRule(
      name: "default", priority: 65000, direction: direction, access: access, transport: "*", source: [source],
      sourcePort: "*", destination: [destination], destinationPorts: ["*"])
  }
}
