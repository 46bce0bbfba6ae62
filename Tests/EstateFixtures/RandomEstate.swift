internal import JSONDocument
public import TestSupport

/// Estates without rhyme or reason, to see that nothing crashes and nothing runs on.
public enum RandomEstate {
  public static func make(_ random: inout SplitMix64) -> EstateBuilder {
    var lab = EstateBuilder()
    let count = Int.random(in: 2...5, using: &random)
    for network in 0..<count { add(network, &lab, &random) }
    for near in 0..<count {
      for far in 0..<near where Int.random(in: 0..<3, using: &random) > 0 {
        lab.peer("n\(near)", "n\(far)", gateway: .random(using: &random))
        spoil("n\(near)/to-n\(far)", &lab, &random)
      }
    }
    for network in 0..<count { addRoutes(network, count, &lab, &random) }
    addGateways(count, &lab, &random)
    return lab
  }

  private static func add(_ network: Int, _ lab: inout EstateBuilder, _ random: inout SplitMix64) {
    // Some networks share an address space.
    let second = Int.random(in: 0..<6, using: &random) == 0 ? 0 : network
    lab.network(
      "n\(network)", ["10.\(second).0.0/16"],
      subnets: ["a": "10.\(second).0.0/24", "b": "10.\(second).1.0/24", "GatewaySubnet": "10.\(second).255.0/27"])
    for (position, subnet) in ["a", "b"].enumerated() {
      let name = "vm\(network)\(subnet)"
      lab.machine(name, in: "n\(network)/\(subnet)", "10.\(second).\(position).4", forwards: .random(using: &random))
      lab.power(name, ["running", "running", "running", "stopped", nil].randomElement(using: &random) ?? nil)
    }
  }

  private static func spoil(_ peering: String, _ lab: inout EstateBuilder, _ random: inout SplitMix64) {
    let id = EstateBuilder.peering(peering)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: lab.set(id, "peeringState", "Disconnected")
    case 1: lab.set(id, "allowForwardedTraffic", false)
    case 2: lab.set(id, "allowVirtualNetworkAccess", false)
    case 3: lab.set(id, "remoteVirtualNetwork", ["id": .string(EstateBuilder.network("elsewhere"))])
    case 4:
      lab.set(id, "peerCompleteVnets", false)
      lab.set(id, "localSubnetNames", ["a"])
      lab.set(id, "remoteSubnetNames", ["b"])
    default: break
    }
  }

  private static func addRoutes(
    _ network: Int, _ count: Int, _ lab: inout EstateBuilder, _ random: inout SplitMix64
  ) {
    lab.table("rt\(network)", of: ["n\(network)/a"], propagation: .random(using: &random))
    for number in 0..<Int.random(in: 0...4, using: &random) {
      let target = Int.random(in: 0..<count, using: &random)
      let prefix = ["0.0.0.0/0", "10.0.0.0/8", "10.\(target).0.0/16", "10.\(target).1.0/24"].randomElement(
        using: &random)
      let type = ["VirtualAppliance", "VirtualAppliance", "VnetLocal", "Internet", "None", "VirtualNetworkGateway"]
        .randomElement(using: &random)
      let hop = "10.\(Int.random(in: 0..<count, using: &random)).\(Int.random(in: 0...1, using: &random)).4"
      lab.route(
        "rt\(network)", "r\(number)", prefix ?? "", type: type ?? "", hop: type == "VirtualAppliance" ? hop : nil)
    }
  }

  private static func addGateways(_ count: Int, _ lab: inout EstateBuilder, _ random: inout SplitMix64) {
    lab.site("site", ["192.168.0.0/16"])
    for network in 0..<count where Int.random(in: 0..<3, using: &random) == 0 {
      lab.gateway("gw\(network)", in: "n\(network)", bgp: .random(using: &random))
      if Bool.random(using: &random) { lab.connection("c\(network)", "gw\(network)", site: "site") }
      let other = Int.random(in: 0..<count, using: &random)
      if other != network { lab.connection("v\(network)", "gw\(network)", to: "gw\(other)") }
    }
    if Bool.random(using: &random) {
      lab.mesh("mesh", (0..<count).map { "n\($0)" }.filter { _ in Bool.random(using: &random) })
    }
    if Bool.random(using: &random) {
      lab.hub("vhub", "10.200.0.0/23")
      for network in 0..<count where Bool.random(using: &random) { lab.connect("n\(network)", toHub: "vhub") }
    }
  }
}
