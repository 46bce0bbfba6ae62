public import JSONReading

extension ResourceBatch {
  /// One id read twice.
  public struct Duplicate: Sendable {
    public let id: ResourceID
    public let first: SourceRange
    public let second: SourceRange
  }

  /// Keeps the first resource of each id. Gives the ids whose later copies differ from the first in `text`, and the
  /// positions of all ids in what is left of `records`.
  ///
  /// - Complexity: O(resources).
  package mutating func removeDuplicates(
    sameText: (SourceRange, SourceRange) -> Bool
  ) -> (duplicates: [Duplicate], positions: ResourceIDIndex) {
    var index = ResourceIDIndex(capacity: records.count)
    var different: [Duplicate] = []
    var hasDuplicates = false
    for place in records.indices {
      guard let position = index.insert(records[place].id) else { continue }
      let record = records[place]
      hasDuplicates = true
      let first = records[position].source
      if !sameText(first, record.source) {
        different.append(Duplicate(id: record.id, first: first, second: record.source))
      }
    }
    if hasDuplicates {
      keepFirst()
      index = ResourceIDIndex(capacity: records.count)
      for record in records { _ = index.insert(record.id) }
    }
    return (different, index)
  }

  private mutating func keepFirst() {
    Self.keepFirst(&records, \.id)
    Self.keepFirst(&virtualNetworks, \.id)
    Self.keepFirst(&networkInterfaces, \.id)
    Self.keepFirst(&virtualMachines, \.id)
    Self.keepFirst(&routeTables, \.id)
    Self.keepFirst(&publicIPAddresses, \.id)
    Self.keepFirst(&loadBalancers, \.id)
    Self.keepFirst(&azureFirewalls, \.id)
    Self.keepFirst(&natGateways, \.id)
    Self.keepFirst(&publicIPPrefixes, \.id)
    Self.keepFirst(&firewallPolicies, \.id)
    Self.keepFirst(&applicationGateways, \.id)
    Self.keepFirst(&bastionHosts, \.id)
    Self.keepFirst(&virtualNetworkAppliances, \.id)
    Self.keepFirst(&privateEndpoints, \.id)
    Self.keepFirst(&virtualNetworkGateways, \.id)
    Self.keepFirst(&localNetworkGateways, \.id)
    Self.keepFirst(&connections, \.id)
    Self.keepFirst(&expressRouteCircuits, \.id)
    Self.keepFirst(&expressRouteGateways, \.id)
    Self.keepFirst(&vpnGateways, \.id)
    Self.keepFirst(&vpnSites, \.id)
    Self.keepFirst(&virtualHubs, \.id)
    Self.keepFirst(&networkGroups, \.id)
    Self.keepFirst(&connectivityConfigurations, \.id)
    Self.keepFirst(&networkManagers, \.id)
    Self.keepFirst(&securityAdminConfigurations, \.id)
    Self.keepFirst(&networkWatchers, \.id)
    Self.keepFirst(&subnets, \.id)
    Self.keepFirst(&virtualNetworkPeerings, \.id)
    Self.keepFirst(&routes, \.id)
    Self.keepFirst(&expressRoutePeerings, \.id)
    Self.keepFirst(&hubIPConfigurations, \.id)
    Self.keepFirst(&hubBGPConnections, \.id)
    Self.keepFirst(&hubVirtualNetworkConnections, \.id)
    Self.keepFirst(&hubRouteTables, \.id)
    Self.keepFirst(&routingIntents, \.id)
    Self.keepFirst(&staticMembers, \.id)
    Self.keepFirst(&ruleCollectionGroups, \.self)
    Self.keepFirst(&securityAdminRuleCollections, \.id)
    Self.keepFirst(&securityAdminRules, \.id)
  }

  private static func keepFirst<Element>(_ list: inout [Element], _ id: KeyPath<Element, ResourceID>) {
    var seen: Set<ResourceID> = []
    list.removeAll { !seen.insert($0[keyPath: id]).inserted }
  }
}
