internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import PathAnalysis

/// Appliances that others send their default route to, in a subnet without a way out (N6).
struct OutboundCheck: AuditCheck {
  static let code = CheckCode.noOutbound

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    let published = publishedPools(audited)
    var seen: Set<Int> = []
    return audited.appliances.flatMap { appliance -> [Finding] in
      guard case .owned(let owner, _) = appliance.place,
        appliance.routes(in: estate).contains(where: { ApplianceBypassCheck.prefix($0)?.isDefault ?? false })
      else { return [] }
      return audited.interfaces(behind: owner).compactMap { interface -> Finding? in
        // An appliance may use any of its NICs to go out.
        let machine = estate.virtualMachine(ofInterface: interface)
        let all = machine.map { estate.networkInterfaces(ofMachine: $0) } ?? [interface]
        guard all.allSatisfy({ isShut($0, published, audited) }), let subnet = estate.subnet(ofInterface: interface),
          seen.insert(subnet).inserted
        else { return nil }
        let id = estate.subnet(subnet).id
        return Finding(
          code, .error,
          "default routes lead to appliance \(appliance.address) in subnet \(id.name), which has no way to the internet:"
            + " default outbound access is off, and there is no NAT gateway, public address or load balancer",
          id, [audited.property(id, "defaultOutboundAccess", "false")],
          remedy: Remedy(
            "give the subnet a NAT gateway",
            ["az network vnet subnet update --ids \(id) --nat-gateway <NAT gateway>"]))
      }
    }
  }

  private static func isShut(_ interface: Int, _ published: Set<ResourceID>, _ audited: AuditedEstate) -> Bool {
    let estate = audited.estate
    guard let index = estate.subnet(ofInterface: interface) else { return false }
    let subnet = estate.subnet(index)
    guard subnet.defaultOutboundAccess == false, subnet.natGateway == nil else { return false }
    let sendsElsewhere = estate.routeTable(ofSubnet: index).map { table in
      estate.routeTables[table].routes.contains { route in
        ApplianceBypassCheck.prefix(route)?.isDefault ?? false && route.nextHopType != .internet
      }
    }
    guard sendsElsewhere != true else { return false }
    return estate.networkInterfaces[interface].ipConfigurations.allSatisfy { configuration in
      configuration.publicIPAddress == nil
        && !configuration.loadBalancerBackendAddressPools.contains(where: published.contains)
    }
  }

  /// Pools behind public front ends.
  private static func publishedPools(_ audited: AuditedEstate) -> Set<ResourceID> {
    Set(
      audited.estate.loadBalancers.filter { $0.frontends.contains { $0.publicIPAddress != nil } }
        .flatMap { $0.backendPools.map(\.id) })
  }
}
