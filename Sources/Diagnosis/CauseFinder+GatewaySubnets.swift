internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis
internal import Remediation

/// What Azure doesn't support on a gateway's subnet: the tunnels may look up, and traffic fails (routing semantics B.8,
/// I-07, I-10).
extension CauseFinder {
  /// The route table of a gateway's subnet that Azure doesn't support there; nil where it has none, or a good one.
  static func unsupportedTable(onGatewaySubnet index: Int, _ estate: Estate) -> RouteTable? {
    guard estate.subnet(index).id.name.lowercased() == "gatewaysubnet",
      let table = estate.routeTable(ofSubnet: index).map({ estate.routeTables[$0] })
    else { return nil }
    return table.disableBgpRoutePropagation || table.routes.contains(where: isDefault) ? table : nil
  }

  private static func isDefault(_ route: Route) -> Bool {
    if case .prefix(let prefix) = route.destination { prefix.isDefault } else { false }
  }

  func unsupported(atGateway hop: Hop) -> Cause? {
    guard let index = estate.subnetIndex(hop.subnet),
      let table = Self.unsupportedTable(onGatewaySubnet: index, estate)
    else { return nil }
    if table.disableBgpRoutePropagation {
      return Cause(
        code: .gatewaySubnetPropagationDisabled, resource: table.id,
        detail: [.init("property", "disableBgpRoutePropagation"), .init("subnet", hop.subnet?.text ?? "")],
        summary: "route table \(table.id.name) keeps gateway routes away from GatewaySubnet of"
          + " \(hop.subnet?.parent?.name ?? ""), which Azure doesn't support: its gateways stop working",
        remedy: Remedy(
          "let gateway routes through", [.set(table.id, property: "disableBgpRoutePropagation", value: false)]),
        evidence: [property(table.id, "disableBgpRoutePropagation", "true")])
    }
    return table.routes.first(where: Self.isDefault).map { route in
      Cause(
        code: .gatewaySubnetDefaultRoute, resource: route.id,
        detail: [.init("property", "addressPrefix"), .init("subnet", hop.subnet?.text ?? "")],
        summary: "user route \(route.name) of \(table.id.name) is a default route on GatewaySubnet, which Azure doesn't"
          + " support: the gateway loses its management, and tunnels flap",
        remedy: Remedy("delete the route", [.delete(route.id)]),
        evidence: [property(table.id, "routes", String(route.name))])
    }
  }
}
