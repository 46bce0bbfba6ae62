internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import Remediation
internal import Routing

/// What makes a user route count that a more specific route takes packets from.
struct BypassRemedy {
  let estate: Estate
  /// The route that packets take.
  let taken: EffectiveRoute
  /// The user route that was meant.
  let meant: EffectiveRoute
  /// Its prefix.
  let prefix: IPPrefix

  func remedy(for destination: IPAddress) -> Remedy? {
    guard let route = meant.origin.resource, let table = route.parent,
      let specific = taken.longestPrefix(containing: destination)
    else { return nil }
    switch taken.nextHopType {
    case .virtualNetworkGateway where prefix.isDefault:
      return Remedy(
        "keep the gateway's routes away from the table",
        [.set(table, property: "disableBgpRoutePropagation", value: true)])
    case .interfaceEndpoint: return endpointRemedy(table)
    default:
      return Remedy("add a user route for exactly \(specific)", exact(specific, table))
    }
  }

  private func exact(_ prefix: IPPrefix, _ table: ResourceID) -> [Change] {
    let name = "\(meant.name ?? "route")-\("\(prefix)".split(separator: "/").joined(separator: "-"))"
    guard let id = table.child("routes", name.split(separator: ":").joined(separator: "-")),
      let hop = meant.nextHopAddresses.first
    else { return [] }
    return [
      .put(
        id,
        properties: JSONObject([
          ("addressPrefix", .string("\(prefix)")), ("nextHopType", "VirtualAppliance"),
          ("nextHopIpAddress", .string("\(hop)")),
        ]), location: nil)
    ]
  }

  /// User routes count for private endpoints where the policies of the endpoint's subnet say so, and where the route is
  /// at least as long as the network's prefix (routing semantics B-053, B-054). Endpoints' own answers follow no user
  /// route, so that the appliance has to translate the source.
  private func endpointRemedy(_ table: ResourceID) -> Remedy? {
    guard let endpoint = estate.privateEndpoints.first(where: { $0.id == taken.origin.resource }),
      let subnet = endpoint.subnet, let index = estate.subnetIndex(subnet)
    else { return nil }
    let resource = estate.subnet(index)
    let network = estate.virtualNetworks[estate.subnets[index].network]
    let appliesGroups = resource.privateEndpointNetworkPolicies.appliesToGroups
    let policy: [Change] = [
      .set(
        subnet, property: "privateEndpointNetworkPolicies", value: appliesGroups ? "Enabled" : "RouteTableEnabled")
    ]
    let space = network.addressPrefixes.first { space in
      taken.addressPrefixes.contains { space.contains($0.firstAddress) }
    }
    let wide = space.map { prefix.length < $0.length ? exact($0, table) : [] } ?? []
    return Remedy(
      "let user routes apply to the private endpoints of \(subnet.name), once the appliance translates the source:"
        + " endpoints answer straight to the asker", policy + wide)
  }
}
