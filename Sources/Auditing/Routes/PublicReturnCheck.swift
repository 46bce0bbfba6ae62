internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import Routing

/// Hosts with a public address whose answers to the internet are sent to an appliance or gateway (U9, U10).
///
/// - Source: routing semantics B-110.
struct PublicReturnCheck: AuditCheck {
  static let code = CheckCode.asymmetricReturn
  /// An address that nothing but a default route leads to.
  private static let somewhere = IPAddress.v4(IPv4Address(bits: 0x0808_0808))

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    var tables = RouteTableBuilder(estate, asOf: audited.day)
    var findings: [Finding] = []
    var published: [Int: [Int]] = [:]
    for (index, interface) in estate.networkInterfaces.enumerated() where !interface.enableIPForwarding {
      guard interface.ipConfigurations.contains(where: { $0.publicIPAddress != nil }),
        let subnet = estate.subnet(ofInterface: index)
      else { continue }
      published[subnet, default: []].append(index)
    }
    for (subnet, interfaces) in published.sorted(by: { $0.key < $1.key }) {
      guard let route = detour(subnet, &tables) else { continue }
      findings.append(finding(interfaces.map { estate.networkInterfaces[$0] }, subnet, route, audited))
    }
    for balancer in estate.loadBalancers {
      guard let front = balancer.frontends.first(where: { $0.publicIPAddress != nil }) else { continue }
      let pools = balancer.rules.filter { $0.frontend == front.id }.flatMap(\.backendPools)
      let members = pools.flatMap { audited.membersOfPool[$0] ?? [] }
      let subnets = Set(
        members.filter { !estate.networkInterfaces[$0].enableIPForwarding }
          .compactMap { estate.subnet(ofInterface: $0) }
      ).sorted()
      for subnet in subnets {
        guard let route = detour(subnet, &tables) else { continue }
        findings.append(
          finding("load balancer \(balancer.id.name) publishes hosts", balancer.id, subnet, route, audited))
        break
      }
    }
    return findings
  }

  private static func detour(_ subnet: Int, _ tables: inout RouteTableBuilder) -> EffectiveRoute? {
    guard let route = tables.table(ofSubnet: subnet).route(to: somewhere) else { return nil }
    return route.nextHopType == .virtualAppliance || route.nextHopType == .virtualNetworkGateway ? route : nil
  }

  /// The route of the subnet is one fault, however many NICs it cuts off.
  private static func finding(
    _ interfaces: [NetworkInterface], _ subnet: Int, _ route: EffectiveRoute, _ audited: AuditedEstate
  ) -> Finding {
    guard interfaces.count == 1,
      let configuration = interfaces[0].ipConfigurations.first(where: { $0.publicIPAddress != nil })
    else {
      return finding(
        "\(interfaces.count) NICs (\(audited.names(interfaces.map(\.id)))) have public addresses",
        audited.estate.subnet(subnet).id, subnet, route, audited)
    }
    let id = interfaces[0].id
    return finding(
      "NIC \(id.name) has public address \(configuration.publicIPAddress?.name ?? "")", id, subnet, route, audited)
  }

  private static func finding(
    _ what: String, _ resource: ResourceID, _ subnet: Int, _ route: EffectiveRoute, _ audited: AuditedEstate
  ) -> Finding {
    let name = audited.estate.subnet(subnet).id.name
    let hops = route.nextHopAddresses.first.map { " \($0)" } ?? ""
    let via = route.nextHopType == .virtualAppliance ? "an appliance" : "a gateway"
    return Finding(
      code, .warning,
      "\(what), but subnet \(name) sends answers to the internet to \(via)\(hops), which never saw the request and drops"
        + " them",
      resource, [.route(route)],
      remedy: Remedy(
        "publish by the appliance itself (DNAT) and take the public address away, or route the clients' prefixes straight"
          + " to the internet"))
  }
}
