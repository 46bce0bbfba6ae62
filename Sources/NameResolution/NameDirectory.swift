public import Estate
internal import AzureResources
internal import IPAddressing

/// What an estate holds of names, indexed. It never changes: resolvers share it.
public final class NameDirectory: Sendable {
  public let estate: Estate
  public let zones: PrivateZones
  public let declared: DeclaredNames
  let resources: NameResources
  let resolvers: PrivateResolvers
  let publicNames: PublicNames
  /// Declared servers by address.
  let servers: [IPAddress: Int]
  let firewalls: [IPAddress: [Int]]

  /// - Parameter declared: What is known of names beyond the snapshot; it comes before what the snapshot's own
  ///   observations describe.
  /// - Complexity: O(resources), beside the reading of zones, links, records and resolvers.
  public init(_ estate: Estate, declared: DeclaredNames = DeclaredNames()) {
    self.estate = estate
    var all = declared
    all.merge(DeclaredNames(observedIn: estate))
    self.declared = all
    resources = NameResources(estate)
    zones = PrivateZones(estate, resources)
    resolvers = PrivateResolvers(estate, resources)
    publicNames = PublicNames(estate, resources)
    var servers: [IPAddress: Int] = [:]
    for (index, server) in all.servers.enumerated() {
      for address in server.addresses where servers[address] == nil { servers[address] = index }
    }
    self.servers = servers
    var firewalls: [IPAddress: [Int]] = [:]
    for (index, firewall) in estate.azureFirewalls.enumerated() {
      for address in [firewall.privateIPAddress, firewall.hubPrivateIPAddress].compactMap({ $0 }) {
        if firewalls[address]?.contains(index) != true { firewalls[address, default: []].append(index) }
      }
    }
    self.firewalls = firewalls
  }
}
