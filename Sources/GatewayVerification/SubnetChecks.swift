internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// The subnet that the gateway is in: its name and size, filters and routes.
struct SubnetChecks {
  private let subject: GatewaySubject

  init(_ subject: GatewaySubject) { self.subject = subject }

  /// Microsoft asks for /27; the least for a gateway is /29.
  private static let wanted = 27
  private static let least = 29

  var checks: [Check] {
    let estate = subject.estate
    guard let index = estate.subnetIndex(subject.gateway.subnet) else { return [] }
    let subnet = estate.subnet(index)
    return [shape(subnet), filter(subnet)].compactMap { $0 } + routes(index, subnet)
  }

  private func shape(_ subnet: Subnet) -> Check? {
    let evidence = [
      subject.property(subnet.id, "addressPrefix", GatewaySubject.list(subnet.addressPrefixes))
    ]
    guard subnet.id.name.lowercased() == "gatewaysubnet" else {
      return Check(
        .gatewaySubnetUnsuitable, .fail,
        "gateway \(subject.name) is in subnet \(subnet.id.name): gateways go into GatewaySubnet", subnet.id, evidence,
        remedy: Remedy("create GatewaySubnet, and the gateway in it"))
    }
    guard let size = subnet.addressPrefixes.filter({ $0.family == .ipv4 }).map(\.length).min() else { return nil }
    guard size > Self.wanted else {
      return subject.pass(
        .gatewaySubnetUnsuitable, "GatewaySubnet \(GatewaySubject.list(subnet.addressPrefixes)) is large enough",
        subnet.id)
    }
    return Check(
      .gatewaySubnetUnsuitable, size > Self.least ? .fail : .warning,
      "GatewaySubnet \(GatewaySubject.list(subnet.addressPrefixes)) of gateway \(subject.name) is smaller than"
        + " /\(Self.wanted)", subnet.id, evidence,
      remedy: Remedy("enlarge the subnet before a second gateway or more circuits come"))
  }

  private func filter(_ subnet: Subnet) -> Check? {
    guard let group = subnet.networkSecurityGroup else {
      return subject.pass(.gatewaySubnetFiltered, "\(subnet.id.name) has no network security group", subnet.id)
    }
    return Check(
      .gatewaySubnetFiltered, .fail,
      "GatewaySubnet of \(subnet.id.parent?.name ?? "") has network security group \(group.name), which Azure doesn't"
        + " support there: its gateways may stop working", subnet.id,
      [subject.property(subnet.id, "networkSecurityGroup", String(group.name))],
      remedy: Remedy(
        "take the group away from the subnet", ["az network vnet subnet update --ids \(subnet.id) --nsg null"]))
  }

  private func routes(_ index: Int, _ subnet: Subnet) -> [Check] {
    let estate = subject.estate
    guard let position = estate.routeTable(ofSubnet: index) else {
      guard subnet.routeTable == nil else { return [] }
      return [subject.pass(.gatewaySubnetDefaultRoute, "\(subnet.id.name) has no route table", subnet.id)]
    }
    let table = estate.routeTables[position]
    var found: [Check] = []
    let defaults = table.routes.filter { route in
      if case .prefix(let prefix) = route.destination { return prefix.isDefault }
      return false
    }
    for route in defaults {
      found.append(
        Check(
          .gatewaySubnetDefaultRoute, .fail,
          "user route \(route.name) of \(table.id.name) is a default route on GatewaySubnet, which Azure doesn't support:"
            + " the gateway loses its management, and tunnels flap", route.id,
          [subject.property(route.id, "nextHopType", route.nextHopType.rawValue)],
          remedy: Remedy("delete the route", ["az network route-table route delete --ids \(route.id)"])))
    }
    if defaults.isEmpty {
      found.append(
        subject.pass(.gatewaySubnetDefaultRoute, "\(table.id.name) has no default route on GatewaySubnet", table.id))
    }
    found.append(propagation(table))
    return found
  }

  private func propagation(_ table: RouteTable) -> Check {
    guard table.disableBgpRoutePropagation else {
      return subject.pass(
        .gatewaySubnetPropagationDisabled, "\(table.id.name) lets gateway routes through", table.id)
    }
    return Check(
      .gatewaySubnetPropagationDisabled, .fail,
      "route table \(table.id.name) keeps gateway routes away from GatewaySubnet, which Azure doesn't support: its"
        + " gateways stop working", table.id,
      [subject.property(table.id, "disableBgpRoutePropagation", "true")],
      remedy: Remedy(
        "let gateway routes through",
        ["az network route-table update --ids \(table.id) --disable-bgp-route-propagation false"]))
  }
}
