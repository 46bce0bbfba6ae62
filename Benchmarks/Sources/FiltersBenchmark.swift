import AzureResources
import Estate
import Filtering
import IPAddressing
import Routing
import SnapshotReading

/// What network security groups do with millions of packets.
enum FiltersBenchmark {
  private static let packetCount = 10_000_000

  static func run(_ tenant: Tenant, runs: Int) throws {
    let estate = try SnapshotReader.read(tenant.snapshot)
    var tables = RouteTableBuilder(estate)
    for subnet in estate.subnets.indices { _ = tables.tableNumber(ofSubnet: subnet) }
    // Every group where it is attached, both ways: groups are read from the snapshot's text, tags expanded, and all rules
    // compiled; the routes that the tag VirtualNetwork follows are there already.
    let (built, made) = Measurement.best(of: 3) { () -> (FilterIndex, [Int32]) in
      var index = FilterIndex(estate, tables: tables)
      var sites: [Int32] = []
      for subnet in estate.subnets.indices {
        for direction in TrafficDirection.allCases {
          sites.append(Int32(index.site(at: .subnet(subnet), direction)))
        }
      }
      for interface in estate.networkInterfaces.indices
      where estate.networkInterfaces[interface].networkSecurityGroup != nil {
        for direction in TrafficDirection.allCases {
          sites.append(Int32(index.site(at: .interface(interface), direction)))
        }
      }
      return (index, sites)
    }
    var (index, _) = made
    report("filters compiled", built, "\(index.count) groups by direction and tags", megabytes(index.memoryBytes))

    let (packets, sites) = packets(estate, &index)
    var decisions: [FilterDecision] = []
    decisions.reserveCapacity(packets.count)
    let (measured, _) = Measurement.best(of: runs) { index.decide(packets, at: sites, into: &decisions) }
    let counts = FilterDecision.allCases.map { kind in "\(decisions.count { $0 == kind }) \(kind)" }
    let perSecond = Double(packets.count) / measured.processor / 1e6
    report(
      "decisions", measured, "\(packets.count) packets", "\(rounded(perSecond, 1)) M/s",
      counts.joined(separator: ", "))
  }

  /// Inbound at the subnet of a random NIC, from another NIC or the internet, to a port that rules tend to name or to
  /// any.
  private static func packets(_ estate: Estate, _ index: inout FilterIndex) -> ([FilterPacket], [Int32]) {
    var random = Random(state: 1)
    let hosts = estate.networkInterfaces.indices.compactMap { interface -> (UInt32, Int)? in
      guard case .v4(let address)? = estate.networkInterfaces[interface].ipConfigurations.first?.privateIPAddress,
        let subnet = estate.subnet(ofInterface: interface), estate.subnet(subnet).networkSecurityGroup != nil
      else { return nil }
      return (address.bits, index.site(at: .subnet(subnet), .inbound))
    }
    var packets: [FilterPacket] = []
    var sites: [Int32] = []
    packets.reserveCapacity(packetCount)
    sites.reserveCapacity(packetCount)
    let ports: [UInt16] = [22, 53, 80, 443, 445, 1433, 3306, 3389, 5432, 8080, 8443, 9092]
    for _ in 0..<packetCount {
      let (destination, site) = hosts[Int(random.next() % UInt64(hosts.count))]
      let bits = random.next()
      let source =
        bits & 3 == 0 ? UInt32(truncatingIfNeeded: bits >> 32) : hosts[Int((bits >> 8) % UInt64(hosts.count))].0
      let port = bits & 4 == 0 ? ports[Int((bits >> 3) % 12)] : UInt16(truncatingIfNeeded: bits >> 16)
      packets.append(
        FilterPacket(
          bits & 24 == 0 ? .udp : .tcp, from: source, port: UInt16(truncatingIfNeeded: bits >> 40) | 1024,
          to: destination, port: port))
      sites.append(Int32(site))
    }
    return (packets, sites)
  }

  private struct Random {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return mixed ^ (mixed >> 31)
    }
  }
}
