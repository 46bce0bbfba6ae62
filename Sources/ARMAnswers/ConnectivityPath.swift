internal import AzureFacts
internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis

/// A packet's path in the stations of a connectivity check.
///
/// Azure lists the machines at both ends, gateways, appliances and the internet. What it doesn't list, such as load
/// balancers and virtual hubs, is passed over; peerings it listed for some months.
struct ConnectivityPath {
  private let estate: Estate
  private let listsPeerings: Bool
  private(set) var hops: [ConnectivityHop] = []

  /// - Parameters:
  ///   - trace: The path there.
  ///   - back: The way back, which a connection needs too; nil where nothing is known of it.
  ///   - target: The destination as it was asked, for a path that doesn't get there and for names.
  ///   - isName: Whether it is a name whose address nobody knows.
  ///   - day: The day whose habits of Azure count.
  init(_ trace: Trace, back: Trace?, to target: String, isName: Bool, _ estate: Estate, asOf day: Day) {
    self.estate = estate
    listsPeerings = APIBehaviour.connectivityCheckListsPeerings.value(on: day) == "true"
    for (number, hop) in trace.hops.enumerated() {
      if let next = station(hop, isFirst: number == 0) { hops.append(next) }
    }
    if isName, let last = hops.last, last.kind == .internet {
      hops[hops.count - 1] = ConnectivityHop(.internet, target, nil)
    }
    let stopped = hops.count - 1
    if !arrives(trace) { hops.append(ConnectivityHop(.destination, target, nil)) }
    if case .dropped(let reason) = trace.outcome, hops.indices.contains(stopped) {
      hops[stopped].issues = ConnectivityIssue.issues(of: reason)
    } else if trace.outcome == .delivered, case .dropped(let reason)? = back?.outcome, let last = hops.indices.last {
      hops[last].issues = ConnectivityIssue.issues(of: reason)
    }
  }

  /// Whether the last station of a path is its end, even if the packet is turned away there.
  private func arrives(_ trace: Trace) -> Bool {
    switch trace.hops.last?.kind {
    case .destination, .internet, .onPremises, .privateEndpoint, .serviceEndpoint, .platform: true
    default: false
    }
  }

  private func station(_ hop: Hop, isFirst: Bool) -> ConnectivityHop? {
    let address = hop.address?.description
    if isFirst { return ConnectivityHop(.source, address, machine(of: hop) ?? hop.resource) }
    switch hop.kind {
    case .peering: return listsPeerings ? ConnectivityHop(.virtualNetworkPeering, nil, hop.resource) : nil
    case .appliance, .firewall: return ConnectivityHop(.virtualAppliance, address, machine(of: hop) ?? hop.resource)
    case .gateway: return ConnectivityHop(.virtualNetworkGateway, publicAddress(of: hop) ?? address, hop.resource)
    case .destination, .privateEndpoint:
      return ConnectivityHop(.virtualNetwork, address, machine(of: hop) ?? hop.resource)
    case .internet, .serviceEndpoint: return ConnectivityHop(.internet, address, nil)
    case .onPremises, .platform: return ConnectivityHop(.destination, address, nil)
    case .source, .connectedGroup, .loadBalancer, .virtualHub: return nil
    }
  }

  private func machine(of hop: Hop) -> ResourceID? {
    guard let interface = estate.networkInterfaceIndex(hop.resource) else { return nil }
    return estate.virtualMachine(ofInterface: interface).map { estate.virtualMachines[$0].id }
      ?? estate.networkInterfaces[interface].virtualMachine
  }

  private func publicAddress(of hop: Hop) -> String? {
    guard let gateway = estate.virtualNetworkGatewayIndex(hop.resource) else { return nil }
    let addresses = estate.virtualNetworkGateways[gateway].ipConfigurations.lazy.compactMap(\.publicIPAddress)
    return addresses.compactMap { id in
      self.estate.publicIPAddressIndex(id).flatMap { self.estate.publicIPAddresses[$0].ipAddress?.description }
    }.first
  }

  /// The stations in Azure's shape, linked to each other by identifiers that follow from `question`.
  ///
  /// - Source: recorded answers of 2020 to 2024 (keys and their order).
  func json(identifiedBy question: String) -> JSONValue {
    let ids = hops.indices.map { StableIdentifier.text(for: "\(question) \($0)") }
    return .array(
      hops.indices.map { index in
        let hop = hops[index]
        let next = index + 1 < hops.count ? [link(to: ids[index + 1], hops[index + 1])] : []
        let previous = index > 0 ? [link(to: ids[index - 1], hop)] : []
        var object = JSONObject([("type", .string(hop.kind.rawValue)), ("id", .string(ids[index]))])
        if let address = hop.address { object["address"] = .string(address) }
        if let resource = hop.resource { object["resourceId"] = .string(resource.text) }
        object["nextHopIds"] = .array(next.compactMap { $0["nextHopId"] })
        object["links"] = .array(next)
        object["previousHopIds"] = .array(previous.compactMap { $0["nextHopId"] })
        object["previousLinks"] = .array(previous)
        object["issues"] = .array(hop.issues.map(\.json))
        return .object(object)
      })
  }

  /// A link's type is that of where it leads, seen in the direction of the packet.
  private func link(to id: String, _ far: ConnectivityHop) -> JSONValue {
    [
      "nextHopId": .string(id), "linkType": far.kind == .internet ? "Internet" : "VirtualNetwork", "properties": [:],
      "context": [:], "issues": [], "resourceId": "",
    ]
  }
}
