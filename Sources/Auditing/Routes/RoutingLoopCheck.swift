internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import PathAnalysis
internal import Routing

/// Routes of appliances' own subnets that lead back to where the packet was (U15).
///
/// A loop is certain for Azure Firewall and appliances with one NIC. One with several may send the packet on by
/// another NIC, which its guest decides.
struct RoutingLoopCheck: AuditCheck {
  static let code = CheckCode.routingLoop
  private static let limit = 8

  static func findings(in audited: AuditedEstate) -> [Finding] {
    var walker = Walker(audited)
    var stations: [Int] = []
    for appliance in audited.appliances {
      guard case .owned(let owner, _) = appliance.place else { continue }
      for subnet in audited.subnets(behind: owner) where !stations.contains(subnet) { stations.append(subnet) }
    }
    // A loop is one fault, at whichever of its stations it is entered.
    var found: [Set<Int>: Finding] = [:]
    for subnet in stations.sorted() {
      guard let table = audited.estate.routeTable(ofSubnet: subnet) else { continue }
      for route in audited.estate.routeTables[table].routes {
        guard let (finding, cycle) = walker.loop(from: subnet, by: route) else { continue }
        if found[cycle].map({ $0.severity < finding.severity }) ?? true { found[cycle] = finding }
      }
    }
    return Array(found.values)
  }

  private struct Walker {
    private let audited: AuditedEstate
    private var tables: RouteTableBuilder
    private let places: [IPAddress: [Int: Appliance.Place]]

    init(_ audited: AuditedEstate) {
      self.audited = audited
      tables = RouteTableBuilder(audited.estate, asOf: audited.day)
      places = audited.appliances.reduce(into: [:]) { $0[$1.address, default: [:]][$1.sender] = $1.place }
    }

    /// Follows packets for an address that a route takes from an appliance's subnet on.
    mutating func loop(from start: Int, by route: Route) -> (Finding, Set<Int>)? {
      guard route.nextHopType == .virtualAppliance, case .prefix(let prefix) = route.destination,
        let address = Self.samples(prefix).first(where: {
          tables.table(ofSubnet: start).route(to: $0)?.name == String(route.name)
        })
      else { return nil }
      var visited = [start]
      var station = start
      var isCertain = true
      for _ in 0..<RoutingLoopCheck.limit {
        guard let taken = tables.table(ofSubnet: station).route(to: address), taken.nextHopType == .virtualAppliance,
          let hop = taken.nextHopAddresses.first, let routeID = taken.origin.resource,
          case .owned(let owner, _)? = places[hop]?[audited.network(ofSubnet: station)],
          let next = audited.subnets(behind: owner).first
        else { return nil }
        if !hasOneInterface(owner) { isCertain = false }
        if visited.contains(next) {
          let cycle = Array(visited.drop { $0 != next })
          return (finding(cycle, routeID, hop, prefix, isCertain), Set(cycle))
        }
        visited.append(next)
        station = next
      }
      return nil
    }

    private func finding(
      _ cycle: [Int], _ route: ResourceID, _ hop: IPAddress, _ prefix: IPPrefix, _ isCertain: Bool
    ) -> Finding {
      let around = cycle + cycle.prefix(1)
      let names = around.map { String(audited.estate.subnet($0).id.name) }.joined(separator: " to ")
      let table = route.parent ?? route
      return Finding(
        RoutingLoopCheck.code, isCertain ? .error : .warning,
        "packets for \(prefix) go round: \(names); route \(route.name) of \(table.name) sends what the appliance forwards"
          + " back to \(hop)",
        table, [audited.property(route, "nextHopIpAddress", "\(hop)")],
        remedy: Remedy(
          "give the appliance's subnet a route that leads on, not back",
          [audited.command("update", route, "--next-hop-type Internet"), audited.command("delete", route)]))
    }

    private func hasOneInterface(_ owner: AddressOwner) -> Bool {
      if case .firewall = owner { return true }
      return audited.interfaces(behind: owner).allSatisfy { interface in
        let machine = audited.estate.virtualMachine(ofInterface: interface)
        return machine.map { audited.estate.networkInterfaces(ofMachine: $0).count == 1 } ?? false
      }
    }

    /// Addresses spread over a prefix: a more specific route may have some of them.
    private static func samples(_ prefix: IPPrefix) -> [IPAddress] {
      guard case .v4(let prefix) = prefix else { return [prefix.firstAddress, prefix.lastAddress] }
      let (first, last) = (prefix.first.bits, prefix.last.bits)
      let step = (last - first) / 8
      return [.v4(prefix.first)] + (1..<8).map { .v4(IPv4Address(bits: first + UInt32($0) * step)) }
        + [.v4(prefix.last)]
    }
  }
}
