import AzureResources
import IPAddressing
import TestSupport
import Testing

@testable import Routing

/// Tables of random layers that share some of them, with random displacements: stranger than any that Azure makes.
struct RandomTables {
  private var generator: SplitMix64
  private(set) var tables: [EffectiveRouteTable] = []

  init(seed: UInt64) throws {
    generator = SplitMix64(seed: seed)
    let learned = try (0..<2).map { _ in try layer(.gateway, rows: 30) }
    let platform = try layer(.platform, rows: 5)
    for _ in 0..<6 {
      let layers = [
        try layer(.network, rows: 8), learned.randomElement(using: &generator) ?? .empty, platform,
        try layer(.user, rows: 10), try layer(.serviceEndpoint, rows: 2),
      ]
      tables.append(try table(layers))
    }
  }

  mutating func addresses() -> [IPv4Address] {
    (0..<500).map { _ in IPv4Address(bits: .random(in: 0...(.max), using: &generator)) }
  }

  private mutating func table(_ layers: [RouteLayer]) throws -> EffectiveRouteTable {
    var table = EffectiveRouteTable(
      layers: layers, routeTable: nil, disableBgpRoutePropagation: false, hasIPv6: false)
    let reasons = [Displacement.replacedByLearnedRoute, .coveredByNetwork, .insideConnectedNetwork]
    for kind in EffectiveRouteTable.LayerKind.allCases where Bool.random(using: &generator) {
      for row in table[kind].rows.indices where Int.random(in: 0..<4, using: &generator) == 0 {
        let key = EffectiveRouteTable.RowKey(layer: kind, row: row)
        table.displaced[key] = reasons.randomElement(using: &generator)
      }
    }
    return table
  }

  /// A few prefixes of every length in a small part of the space, so that many nest or are equal.
  private mutating func prefix() -> IPPrefix {
    let length = UInt8(Int.random(in: 0...16, using: &generator) * 2)
    let bits = UInt32.random(in: 0..<8, using: &generator) << 29 | UInt32.random(in: 0..<4, using: &generator) << 15
    return .v4(IPv4Prefix(IPv4Address(bits: bits | UInt32.random(in: 0..<6, using: &generator)), length: length))
  }

  private mutating func layer(_ kind: EffectiveRouteTable.LayerKind, rows: Int) throws -> RouteLayer {
    let owner = try #require(ResourceID("/subscriptions/s"))
    return RouteLayer(
      (0..<Int.random(in: 0...rows, using: &generator)).map { _ in
        let prefixes = (0..<Int.random(in: 1...2, using: &generator)).map { _ in prefix() }
        let hop = IPAddress.v4(IPv4Address(bits: UInt32.random(in: 1...3, using: &generator)))
        switch kind {
        case .user: return EffectiveRoute(.user, .virtualAppliance, prefixes, via: [hop], origin: .userRoute(owner))
        case .gateway:
          return EffectiveRoute(
            .virtualNetworkGateway, .virtualNetworkGateway, prefixes, via: [hop], origin: .gateway(owner))
        case .platform: return EffectiveRoute(.default, .none, prefixes, origin: .platform)
        case .network:
          let types = [EffectiveNextHopType.vnetLocal, .vnetPeering, .interfaceEndpoint, .connectedGroup]
          let type = types.randomElement(using: &generator) ?? .vnetLocal
          return EffectiveRoute(.default, type, prefixes, origin: .network(owner))
        case .serviceEndpoint: return EffectiveRoute(.default, .serviceEndpoint, prefixes, origin: .platform)
        }
      })
  }
}
