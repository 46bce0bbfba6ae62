import AzureResources
import Estate
import Glibc
import IPAddressing
import Routing
import SnapshotReading
import Testing

@Suite("Selection of routes")
struct RouteSelectionTests {
  /// The documented algorithm over printed rows, one after the other (routing semantics B.6).
  private struct LinearModel {
    let rows: [EffectiveRoute]

    init(_ rows: [EffectiveRoute]) { self.rows = rows.filter { $0.state == .active } }

    func route(to address: IPAddress) -> EffectiveRoute? {
      var found = rows.filter { $0.longestPrefix(containing: address) != nil }
      // B-083: routes to the network, peers and service endpoints come before learned ones, however specific.
      let preferred: [EffectiveNextHopType] = [.vnetLocal, .vnetPeering, .vnetGlobalPeering, .serviceEndpoint]
      if found.contains(where: { $0.source == .default && preferred.contains($0.nextHopType) }) {
        found.removeAll { $0.source == .virtualNetworkGateway }
      }
      var best: EffectiveRoute?
      for row in found where best.map({ precedes(row, $0, address) }) ?? true { best = row }
      return best
    }

    private func precedes(_ row: EffectiveRoute, _ other: EffectiveRoute, _ address: IPAddress) -> Bool {
      key(row, address).lexicographicallyPrecedes(key(other, address))
    }

    /// Smaller is better: length, source, then what Azure leaves open: explicit prefixes before tags, regional tags
    /// before others, and anything before a route to nowhere.
    func key(_ row: EffectiveRoute, _ address: IPAddress) -> [Int] {
      let source: [EffectiveRouteSource: Int] = [.user: 0, .virtualNetworkGateway: 1, .default: 2]
      let tag = row.source == .user ? row.serviceTag.map { $0.contains(".") ? 1 : 2 } ?? 0 : 0
      let length = row.longestPrefix(containing: address)?.length ?? 0
      let type: [EffectiveNextHopType: Int] = [.vnetLocal: 0, .vnetPeering: 1, .vnetGlobalPeering: 1, .none: 3]
      return [-length, source[row.source] ?? 3, tag, row.source == .default ? type[row.nextHopType] ?? 2 : 0]
    }
  }

  @Test("The table selects what the documented algorithm selects among the printed rows")
  func againstLinearModel() throws {
    let seed = getenv("AZIMUTH_SEED").flatMap { UInt64(String(cString: $0)) } ?? UInt64(time(nil))
    print("AZIMUTH_SEED=\(seed)")
    let addresses = try RandomEstate.addresses.map { try IPAddress($0) }
    var selected: [EffectiveNextHopType: Int] = [:]
    for run in 0..<150 {
      let snapshot = RandomEstate(seed: seed &+ UInt64(run))
      let estate = try SnapshotReader.read(text: snapshot.text)
      var builder = RouteTableBuilder(estate)
      for subnet in estate.subnets.indices {
        let table = builder.table(ofSubnet: subnet)
        let hasIPv6 = estate.subnet(subnet).addressPrefixes.contains { $0.family == .ipv6 }
        let model = LinearModel(table.routes)
        #expect(table.count == table.routes.count, "run \(run), subnet \(subnet)")
        for address in addresses where hasIPv6 || address.family == .ipv4 {
          let route = table.route(to: address)
          selected[route?.nextHopType ?? .none, default: 0] += 1
          // Azure refuses two peerings, or two routes of a table, with one prefix; either may win here.
          let expected = model.route(to: address)
          #expect(
            route.map { model.key($0, address) } == expected.map { model.key($0, address) },
            "run \(run), subnet \(subnet), \(address): \(String(describing: route)), \(String(describing: expected))")
          let candidates = table.candidates(for: address)
          let active = candidates.filter { if case .withheld = $0.outcome { false } else { $0.route == route } }
          #expect(candidates.first?.outcome == .wins && active.first?.outcome == .wins)
          let printed = model.rows.count { $0.longestPrefix(containing: address) != nil }
          let explained = candidates.count { candidate in
            switch candidate.outcome {
            case .displaced, .withheld: false
            default: true
            }
          }
          #expect(printed == explained, "run \(run), subnet \(subnet), \(address): every row has its reason")
        }
      }
    }
    #expect(selected.count >= 8, "the estates are various: \(selected)")
  }
}
