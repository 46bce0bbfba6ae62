import AzureResources
import Estate
import IPAddressing
import Routing
import SnapshotReading
import Testing

@Suite("Agreement with a reference model", .enabled(if: ReferenceTenant.isAvailable, ReferenceTenant.absence))
struct TenantAgreementTests {
  /// Why a prefix leads elsewhere here than in the reference model. Each is explained in `docs/tenant-agreement.md`,
  /// with these counts of prefixes in the tenant of size M.
  enum Difference: String, CaseIterable {
    case newerPlatformList = "platform None list newer than the four documented"
    case noneRowsDropped = "None rows dropped with a default route to an appliance or gateway"
    case insideConnectedSpace = "prefix inside own or peer space isn't programmed"
    case globalPeering = "global peering has a type of its own"
  }

  static let expected: [Difference: Int] = [
    .newerPlatformList: 119, .noneRowsDropped: 69, .insideConnectedSpace: 5, .globalPeering: 6,
  ]

  @Test("The routes of every subnet of a tenant are the reference model's, but for differences with a name")
  func everySubnet() throws {
    let tenant = try ReferenceTenant(size: "M")
    defer { tenant.remove() }
    let estate = try SnapshotReader.read(tenant.snapshot)
    var builder = RouteTableBuilder(estate)
    var tables: [String: Int] = [:]
    var counts: [Difference: Int] = [:]
    var compared = 0
    var subnets = 0
    for index in estate.subnets.indices {
      subnets += 1
      let key = "\(estate.subnets[index].network) \(estate.subnet(index).routeTable?.text ?? "")"
      guard tables[key] == nil else { continue }
      let reference = tenant.tables[tables.count]
      tables[key] = tables.count
      let table = builder.table(ofSubnet: index)
      let context = Context(estate: estate, subnet: index, table: table, reference: reference)
      let computed = Self.flattened(table)
      for prefix in Set(computed.keys).union(reference.keys).sorted() {
        compared += 1
        guard computed[prefix]?.hop != reference[prefix] else { continue }
        let difference = try context.difference(try IPPrefix(prefix), computed[prefix], reference[prefix])
        let computedText = computed[prefix].map { "\($0.hop)" } ?? "nothing"
        let referenceText = reference[prefix]?.description ?? "nothing"
        let text = "\(estate.subnet(index).id): \(prefix): \(computedText), reference \(referenceText)"
        #expect(difference != nil, "a difference without a name: \(text)")
        if let difference { counts[difference, default: 0] += 1 }
      }
    }
    #expect(tables.count == tenant.tables.count)
    print("\(subnets) subnets, \(tables.count) tables, \(compared) prefixes compared")
    for difference in Difference.allCases { print("\(counts[difference] ?? 0) \(difference.rawValue)") }
    #expect(counts == Self.expected)
  }

  /// What each prefix of a table's active rows leads to, with the row.
  private static func flattened(_ table: EffectiveRouteTable) -> [String: (
    hop: ReferenceTenant.Hop, row: EffectiveRoute
  )] {
    var flat: [String: (hop: ReferenceTenant.Hop, row: EffectiveRoute)] = [:]
    for row in table.routes where row.state == .active {
      let address = row.nextHopType == .virtualAppliance ? row.nextHopAddresses.first?.description : nil
      let hop = ReferenceTenant.Hop(type: row.nextHopType.rawValue, address: address)
      for prefix in row.addressPrefixes where prefix.family == .ipv4 {
        if let held = flat[prefix.description], !Self.precedes(row, held.row) { continue }
        flat[prefix.description] = (hop, row)
      }
    }
    return flat
  }

  /// User before gateway before system, and an explicit prefix before a service tag's.
  private static func precedes(_ row: EffectiveRoute, _ other: EffectiveRoute) -> Bool {
    let order: [EffectiveRouteSource] = [.user, .virtualNetworkGateway, .default]
    let (own, held) = (order.firstIndex(of: row.source) ?? 3, order.firstIndex(of: other.source) ?? 3)
    return own < held || (own == held && row.serviceTag == nil && other.serviceTag != nil)
  }

  /// The surroundings of a table, from which differences get their names.
  private struct Context {
    let estate: Estate
    let subnet: Int
    let table: EffectiveRouteTable
    let reference: [String: ReferenceTenant.Hop]

    private static let documented = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"]

    func difference(
      _ prefix: IPPrefix, _ computed: (hop: ReferenceTenant.Hop, row: EffectiveRoute)?, _ theirs: ReferenceTenant.Hop?
    ) throws -> Difference? {
      let isDocumented = Self.documented.contains(prefix.description)
      switch (computed?.hop.type, theirs?.type) {
      case ("None", nil) where !isDocumented && computed?.row.source == .default: return .newerPlatformList
      case (nil, "None") where isDocumented && hasDefaultRoute: return .noneRowsDropped
      case (nil, "VirtualNetworkGateway") where isInConnectedSpace(prefix): return .insideConnectedSpace
      case ("VNetGlobalPeering", "VNetPeering") where try isGlobal(prefix): return .globalPeering
      default: return nil
      }
    }

    /// Whether the table's default route leads to an appliance or gateway.
    private var hasDefaultRoute: Bool {
      table.routes.contains {
        $0.state == .active && $0.addressPrefixes == [.defaultIPv4]
          && [.virtualAppliance, .virtualNetworkGateway].contains($0.nextHopType)
      }
    }

    private var network: VirtualNetwork { estate.virtualNetworks[estate.subnets[subnet].network] }

    private func isInConnectedSpace(_ prefix: IPPrefix) -> Bool {
      let remote = network.peerings.flatMap { $0.remoteAddressSpace ?? [] }
      return (network.addressPrefixes + remote).contains { $0.contains(prefix) }
    }

    private func isGlobal(_ prefix: IPPrefix) throws -> Bool {
      let remote = try #require(estate.virtualNetworks.first { $0.addressPrefixes.contains(prefix) })
      return remote.location != network.location
    }
  }
}
