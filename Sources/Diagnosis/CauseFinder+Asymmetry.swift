internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis
internal import Remediation
internal import Routing

/// Two ways that pass different stateful devices (routing semantics E-030, E-031).
extension CauseFinder {
  /// The remedy sends the way that misses a device through it: the way back where it misses one that the request
  /// passes, else the way there.
  func asymmetric(_ asymmetry: Asymmetry) -> Cause {
    let missed = asymmetry.onlyThere.first ?? asymmetry.onlyBack.first
    let isBack = !asymmetry.onlyThere.isEmpty
    let way = isBack ? asymmetry.back : asymmetry.there
    let through = isBack ? asymmetry.there : asymmetry.back
    // The station whose route takes the packet past the device: where both ways differ, the way's first.
    let station = way.hops.first { $0.route != nil }
    let route = station?.route
    let device = missed.flatMap { nextHop(of: $0, in: through) }
    let change = station.flatMap { detour($0, to: way.packet.destination, via: device) }
    return Cause(
      code: .asymmetricReturn, resource: change?.resource ?? route?.origin.resource ?? missed?.resource,
      detail: [.init("direction", isBack ? "return" : "forward")]
        + asymmetry.onlyThere.compactMap { $0.resource.map { .init("onlyForward", $0.text) } }
        + asymmetry.onlyBack.compactMap { $0.resource.map { .init("onlyReturn", $0.text) } }
        + (change?.detail ?? []),
      summary: summary(asymmetry) + (route.map { "; \(text($0)) of \(station?.subnet?.name ?? "") leads there" } ?? ""),
      remedy: Remedy(
        "send the \(isBack ? "answer" : "request") through \(missed.map(name) ?? "the same device") too, or let the"
          + " device translate the source to its own address", change?.changes ?? []),
      evidence: [asymmetry.there, asymmetry.back].flatMap { $0.hops.compactMap(\.route).map { .route($0) } })
  }

  /// A private endpoint's answer that goes past the appliance which the request passed (D15). A route to the endpoint
  /// alone can go: then its own route leads there. A wider one serves others too.
  func answeredDirectly(_ there: Trace, past device: String) -> Cause {
    let station = there.hops.first { $0.route?.nextHopType == .virtualAppliance }
    let route = station?.route
    let isOwn = route?.addressPrefixes.contains(IPPrefix(host: packet.destination)) == true
    return Cause(
      code: .asymmetricReturn, resource: route?.origin.resource ?? there.hops.last?.resource,
      detail: [.init("direction", "return"), .init("onlyForward", device)] + (route.map { details($0) } ?? []),
      summary:
        "the private endpoint answers the asker directly, past \(device), which the request passes: \(device) never"
        + " sees the connection established, and drops what follows"
        + (route.map { "; \(text($0)) of \(station?.subnet?.name ?? "") leads there" } ?? ""),
      remedy: Remedy(
        "let \(device) translate the source to its own address"
          + (isOwn ? ", or take the route away so that the endpoint's own leads there" : ""),
        isOwn ? route.map { delete($0) } ?? [] : []),
      evidence: there.hops.compactMap(\.route).map { .route($0) })
  }

  private func summary(_ asymmetry: Asymmetry) -> String {
    let there = asymmetry.onlyThere.map(name).joined(separator: ", ")
    let back = asymmetry.onlyBack.map(name).joined(separator: ", ")
    if back.isEmpty {
      return "the request passes \(there), the answer doesn't: \(there) never sees the connection established, and"
        + " drops what follows"
    }
    let passes = there.isEmpty ? "passes none of them" : "passes \(there)"
    return "the answer passes \(back), the request \(passes): \(back) drops an answer to a request that it never saw"
  }

  private func name(_ hop: Hop) -> String {
    guard let resource = hop.resource else { return "" }
    let machine = estate.networkInterfaceIndex(resource).flatMap { estate.virtualMachine(ofInterface: $0) }
    return String((machine.map { estate.virtualMachines[$0].id } ?? resource).name)
  }

  /// The address by which routes reach a device: its load balancer's where one stands before it.
  private func nextHop(of hop: Hop, in trace: Trace) -> IPAddress? {
    guard let position = trace.hops.firstIndex(of: hop) else { return hop.address }
    let before = position > 0 ? trace.hops[position - 1] : nil
    return before?.kind == .loadBalancer ? before?.address : hop.address
  }

  /// The change that makes a station send an address to another next hop.
  private func detour(
    _ station: Hop, to address: IPAddress, via device: IPAddress?
  ) -> (resource: ResourceID?, detail: [Cause.Detail], changes: [Change])? {
    guard let subnet = station.subnet, let route = station.route, let device,
      let index = estate.subnetIndex(subnet)
    else { return nil }
    let prefix = detourPrefix(route, address)
    let detail: [Cause.Detail] = [
      .init("subnet", subnet.text), .init("addressPrefix", "\(prefix)"), .init("nextHopIpAddress", "\(device)"),
    ]
    if route.source == .user, route.addressPrefixes.contains(prefix), let own = route.origin.resource {
      let present = route.nextHopAddresses
      let kind: [Change] =
        route.nextHopType == .virtualAppliance && present.count == 1
        ? [] : [.set(own, property: "nextHopType", value: "VirtualAppliance")]
      return (own, detail, kind + [.set(own, property: "nextHopIpAddress", value: .string("\(device)"))])
    }
    let table = estate.subnet(index).routeTable
    let made = table == nil ? newTable(for: subnet) : nil
    guard let owner = table ?? made?.resource, let id = owner.child("routes", "through-\(device)") else { return nil }
    let properties = JSONObject([
      ("addressPrefix", .string("\(prefix)")), ("nextHopType", "VirtualAppliance"),
      ("nextHopIpAddress", .string("\(device)")),
    ])
    let changes: [Change] = [.put(id, properties: properties, location: nil)]
    guard let made else { return (owner, detail, changes) }
    return (
      subnet, detail,
      [made] + changes + [.set(subnet, property: "routeTable", value: Change.reference(made.resource))]
    )
  }

  /// The prefix of the route that is in the way, which an equal user route displaces (B-080). A default route, and the
  /// network's own prefix, are too wide: there it is the subnet of the address, or the address alone.
  private func detourPrefix(_ route: EffectiveRoute, _ address: IPAddress) -> IPPrefix {
    if let prefix = route.longestPrefix(containing: address), !prefix.isDefault, route.nextHopType != .vnetLocal {
      return prefix
    }
    let subnet = estate.subnets(containing: address).lazy.map { estate.subnet($0) }
      .compactMap { $0.addressPrefixes.first { $0.contains(address) } }.first
    return subnet ?? IPPrefix(host: address)
  }
}
