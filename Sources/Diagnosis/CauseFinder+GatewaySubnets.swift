internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis
internal import Remediation

/// What Azure doesn't support on a gateway's subnet: the tunnels may look up, and traffic fails (routing semantics B.8,
/// I-07, I-10).
extension CauseFinder {
  func unsupported(atGateway hop: Hop) -> Cause? {
    guard let index = estate.subnetIndex(hop.subnet), let name = hop.subnet?.name, name.lowercased() == "gatewaysubnet",
      let table = estate.routeTable(ofSubnet: index).map({ estate.routeTables[$0] })
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
    let route = table.routes.first { route in
      if case .prefix(let prefix) = route.destination { prefix.isDefault } else { false }
    }
    return route.map { route in
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
