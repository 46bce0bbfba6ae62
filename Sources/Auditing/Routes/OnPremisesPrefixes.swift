internal import AzureResources
internal import Estate
internal import IPAddressing
internal import Routing

/// What the gateways that networks use lead to: prefixes that they learned over BGP, and those of their sites.
struct OnPremisesPrefixes: Sendable {
  private let estate: Estate
  private let prefixesOfGateway: [[IPPrefix]]
  private let v4OfGateway: [PrefixTable<IPv4Address>]
  private let v6OfGateway: [PrefixTable<IPv6Address>]

  /// - Complexity: O(n log n) in the number of learned routes.
  init(_ audited: AuditedEstate) {
    let estate = audited.estate
    self.estate = estate
    prefixesOfGateway = estate.virtualNetworkGateways.indices.map { index in
      let gateway = estate.virtualNetworkGateways[index]
      let learned =
        estate.learnedRoutes(of: gateway.id)?.routes.filter { $0.isLearned && !Self.isAzure($0.asPath) } ?? []
      let sites = estate.connections(ofGateway: index).compactMap { connection in
        estate.localNetworkGatewayIndex(estate.connections[connection].localNetworkGateway2)
      }
      return learned.map(\.network) + sites.flatMap { estate.localNetworkGateways[$0].addressPrefixes }
    }
    v4OfGateway = prefixesOfGateway.map { prefixes in
      PrefixTable(
        prefixes.enumerated().compactMap { index, prefix -> (prefix: IPv4Prefix, value: UInt32)? in
          if case .v4(let prefix) = prefix { (prefix, UInt32(index)) } else { nil }
        })
    }
    v6OfGateway = prefixesOfGateway.map { prefixes in
      PrefixTable(
        prefixes.enumerated().compactMap { index, prefix -> (prefix: IPv6Prefix, value: UInt32)? in
          if case .v6(let prefix) = prefix { (prefix, UInt32(index)) } else { nil }
        })
    }
  }

  /// Routes that never left Azure: other networks on the same circuit come back with Azure's own numbers alone.
  private static func isAzure(_ path: [UInt32]) -> Bool {
    !path.isEmpty && path.allSatisfy { $0 == 12076 || (65515...65520).contains($0) }
  }

  /// All prefixes of the gateways that a network uses, defaults left out.
  func prefixes(ofNetwork network: Int) -> [IPPrefix] {
    estate.gateways(usedByNetwork: network).flatMap { prefixesOfGateway[$0] }.filter { !$0.isDefault }
  }

  /// The prefixes of a gateway that are `prefix` or lie in it.
  func prefixes(ofGateway gateway: Int, within prefix: IPPrefix) -> [IPPrefix] {
    switch prefix {
    case .v4(let prefix): v4OfGateway[gateway].covered(by: prefix).map { .v4($0.prefix) }
    case .v6(let prefix): v6OfGateway[gateway].covered(by: prefix).map { .v6($0.prefix) }
    }
  }

  /// A gateway that the network uses and that leads to `prefix`, or to a part of it.
  func gateway(ofNetwork network: Int, leadingInto prefix: IPPrefix) -> ResourceID? {
    estate.gateways(usedByNetwork: network).first { gateway in
      let covering =
        switch prefix {
        case .v4(let prefix): v4OfGateway[gateway].covering(prefix).contains { $0.prefix.length > 0 }
        case .v6(let prefix): v6OfGateway[gateway].covering(prefix).contains { $0.prefix.length > 0 }
        }
      return covering || !prefixes(ofGateway: gateway, within: prefix).isEmpty
    }.map { estate.virtualNetworkGateways[$0].id }
  }
}
