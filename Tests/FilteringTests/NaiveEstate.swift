import EstateFixtures
import JSONDocument
import TestSupport

/// A random estate with filters, as plain lists, and as the snapshot that says the same.
struct NaiveEstate {
  struct Network {
    let name: String
    let prefix: String
    /// Networks whose prefixes the tag holds: peers that may be accessed.
    var accessiblePeers: [String] = []
  }

  struct Subnet {
    let path: String
    let network: String
    let prefix: String
    var group: String?
    var routes: [String] = []
    var policies: String?
  }

  struct Host {
    let name: String
    let subnet: String
    let address: String
    var group: String?
    var applicationGroups: [String] = []
    var isEndpoint = false
  }

  var networks: [Network] = []
  var subnets: [Subnet] = []
  var hosts: [Host] = []
  /// Rules by group; a group that the snapshot lacks has none here.
  var groups: [String: [NaiveRule]] = [:]
  var adminRules: [NaiveRule] = []
  var managedNetworks: [String] = []
  /// Prefixes of the service tags that the snapshot holds.
  let tags = ["Storage.WestEurope": ["20.60.0.0/16"], "Sql": ["52.1.0.0/20", "20.60.4.0/24"]]
  private(set) var lab = EstateBuilder()

  static let ports = ["*", "22", "80", "443", "0-1023", "1024-65535", "8000-8100", "81-442"]
  static let outside = [
    "8.8.8.8", "20.60.0.4", "20.60.4.9", "52.1.3.7", "25.4.0.1", "192.168.1.1", "168.63.129.16", "169.254.169.254",
    "172.16.3.4",
  ]

  init(_ random: inout SplitMix64) {
    for number in 0..<3 { addNetwork(number, &random) }
    for near in 0..<3 {
      for far in 0..<near where Bool.random(using: &random) { peer(near, far, &random) }
    }
    for number in 0..<4 { addGroup("g\(number)", &random) }
    attach(&random)
    addAdminRules(&random)
    lab.observe(
      "/subscriptions/s/providers/Microsoft.Network/locations/westeurope", "serviceTags",
      [
        "values": .array(
          tags.sorted { $0.key < $1.key }.map { name, prefixes in
            ["name": .string(name), "properties": ["addressPrefixes": .array(prefixes.map { .string($0) })]]
          })
      ])
  }

  private mutating func addNetwork(_ number: Int, _ random: inout SplitMix64) {
    let name = "n\(number)"
    networks.append(Network(name: name, prefix: "10.\(number).0.0/16"))
    let third = number == 0 ? "AzureFirewallSubnet" : number == 1 ? "AzureBastionSubnet" : "c"
    lab.network(
      name, ["10.\(number).0.0/16"],
      subnets: ["a": "10.\(number).0.0/24", "b": "10.\(number).1.0/24", third: "10.\(number).2.0/24"])
    for (position, subnet) in ["a", "b", third].enumerated() {
      subnets.append(Subnet(path: "\(name)/\(subnet)", network: name, prefix: "10.\(number).\(position).0/24"))
      let host = Host(
        name: "vm\(number)\(position)", subnet: "\(name)/\(subnet)", address: "10.\(number).\(position).4")
      hosts.append(host)
      lab.machine(host.name, in: host.subnet, host.address)
    }
    hosts.append(Host(name: "pe\(number)", subnet: "\(name)/b", address: "10.\(number).1.9", isEndpoint: true))
    lab.endpoint("pe\(number)", in: "\(name)/b", "10.\(number).1.9")
    let policies = [nil, "Disabled", "Enabled", "NetworkSecurityGroupEnabled", "RouteTableEnabled"]
      .randomElement(using: &random)
    subnets[subnets.count - 2].policies = policies ?? nil
    lab.set(
      EstateBuilder.subnet("\(name)/b"), "privateEndpointNetworkPolicies", (policies ?? nil).map { .string($0) })
    if Int.random(in: 0..<3, using: &random) > 0 {
      lab.table("rt\(number)", of: ["\(name)/a"])
      for route in 0..<Int.random(in: 0...2, using: &random) {
        let prefix =
          ["172.16.0.0/12", "192.168.0.0/16", "10.0.0.0/8", "0.0.0.0/0", "20.60.0.0/16"]
          .randomElement(using: &random) ?? ""
        lab.route("rt\(number)", "r\(route)", prefix, via: "10.\(number).0.4")
        subnets[subnets.count - 3].routes.append(prefix)
      }
    }
  }

  private mutating func peer(_ near: Int, _ far: Int, _ random: inout SplitMix64) {
    lab.peer("n\(near)", "n\(far)")
    for (own, other) in [(near, far), (far, near)] {
      let isAllowed = Int.random(in: 0..<4, using: &random) > 0
      lab.set(EstateBuilder.peering("n\(own)/to-n\(other)"), "allowVirtualNetworkAccess", .bool(isAllowed))
      if isAllowed { networks[own].accessiblePeers.append("n\(other)") }
    }
  }

  private mutating func addGroup(_ name: String, _ random: inout SplitMix64) {
    lab.securityGroup(name)
    var rules: [NaiveRule] = []
    for number in 0..<Int.random(in: 0...9, using: &random) {
      let rule = NaiveRule.random("\(name)r\(number)", priority: 100 + number * 7, &random)
      rules.append(rule)
      lab.rule(
        name, rule.name, rule.priority, rule.direction, rule.access, rule.transport, from: rule.source,
        sourcePorts: [rule.sourcePort], to: rule.destination, ports: rule.destinationPorts)
    }
    groups[name] = rules
  }

  private mutating func attach(_ random: inout SplitMix64) {
    for index in subnets.indices where Int.random(in: 0..<4, using: &random) > 0 {
      // One group in twenty is not in the snapshot.
      let name =
        Int.random(in: 0..<20, using: &random) == 0 ? "lost" : ["g0", "g1"].randomElement(using: &random) ?? ""
      subnets[index].group = name
      lab.set(
        EstateBuilder.subnet(subnets[index].path), "networkSecurityGroup",
        ["id": .string(EstateBuilder.securityGroup(name))])
    }
    for index in hosts.indices where !hosts[index].isEndpoint {
      let groups = ["web", "db"].filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      hosts[index].applicationGroups = groups
      lab.join(hosts[index].name, in: hosts[index].subnet, hosts[index].address, groups)
      guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
      // Other groups than subnets have: then no rule is asked twice.
      let name = ["g2", "g3"].randomElement(using: &random) ?? ""
      hosts[index].group = name
      lab.set(
        EstateBuilder.nic(hosts[index].name), "networkSecurityGroup",
        ["id": .string(EstateBuilder.securityGroup(name))])
    }
  }

  private mutating func addAdminRules(_ random: inout SplitMix64) {
    guard Bool.random(using: &random) else { return }
    managedNetworks = networks.map(\.name).filter { _ in Bool.random(using: &random) }
    guard !managedNetworks.isEmpty else { return }
    lab.networkGroup("all", managedNetworks)
    lab.adminConfiguration("config", for: "all")
    for number in 0..<Int.random(in: 1...4, using: &random) {
      var rule = NaiveRule.random("a\(number)", priority: 10 + number, &random, isAdmin: true)
      rule.sourcePort = "*"
      adminRules.append(rule)
      lab.adminRule(
        "config", rule.name, rule.priority, rule.direction, rule.access, rule.transport, from: rule.source,
        to: rule.destination, ports: rule.destinationPorts.map { $0 == "*" ? "0-65535" : $0 })
    }
  }
}
