import AzureResources
import Estate
import EstateFixtures
import IPAddressing
import Routing
import TestSupport
import Testing

@testable import Filtering

@Suite("The tag VirtualNetwork")
struct VirtualNetworkTagTests {
  private static let seed = UInt64.random(in: 0...UInt64.max)

  /// The tag as it is defined, route by route (routing semantics D-060).
  private static func plain(_ table: EffectiveRouteTable, _ denied: Set<ResourceID>) throws -> IPAddressSet {
    var prefixes = [try IPPrefix("168.63.129.16/32")]
    for route in table.routes {
      switch route.nextHopType {
      case .vnetLocal, .connectedGroup, .virtualNetworkGateway: prefixes += route.addressPrefixes
      case .vnetPeering, .vnetGlobalPeering:
        if route.origin.resource.map({ !denied.contains($0) }) ?? true { prefixes += route.addressPrefixes }
      default: if route.source == .user { prefixes += route.addressPrefixes }
      }
    }
    return IPAddressSet(prefixes: prefixes)
  }

  @Test("Gathered by layers it holds what it holds route by route, in random estates")
  func agreement() throws {
    var random = SplitMix64(seed: Self.seed)
    var tag = VirtualNetworkTag()
    var numbers: [Int: IPAddressSet] = [:]
    var cut = 0
    for _ in 0..<200 {
      let estate = try RandomEstate.make(&random).estate()
      var tables = RouteTableBuilder(estate)
      for subnet in estate.subnets.indices {
        let table = tables.table(ofSubnet: subnet)
        let peerings = estate.virtualNetworks[estate.subnets[subnet].network].peerings.map(\.id)
        let denied = Set(peerings.filter { _ in Bool.random(using: &random) })
        let found = tag.addresses(table, denied: denied)
        #expect(found.addresses == (try Self.plain(table, denied)), "seed \(Self.seed)")
        #expect(numbers.updateValue(found.addresses, forKey: found.number) ?? found.addresses == found.addresses)
        cut += table.sharedRoutes.count { !$0.unprinted.isEmpty }
      }
    }
    #expect(Set(numbers.values).count == numbers.count, "equal contents have one number; seed \(Self.seed)")
    #expect(cut > 20, "rows that aren't printed are what is hard here; seed \(Self.seed)")
  }
}
