internal import AzureResources
internal import Estate
internal import IPAddressing
internal import Reporting
internal import Routing

/// What there is to say about routes besides the routes.
struct SubjectNotices {
  private let estate: Estate

  init(_ estate: Estate) { self.estate = estate }

  /// What the snapshot lacks for the routes to be complete.
  static func gaps(_ missing: [MissingInput]) -> [Notice] {
    missing.map { Notice($0.kind == .property ? .warning : .missing, $0.summary, command: $0.command) }
  }

  /// Peerings that bring less than they should. What a route table keeps away is somebody's wish and no fault.
  func peerings(_ table: EffectiveRouteTable) -> [Notice] {
    table.withheldRoutes.compactMap { route, reason in
      switch reason {
      case .peeringNotConnected, .peeringNotSynchronised:
        let prefixes = route.addressPrefixes.map(\.description).joined(separator: ", ")
        return Notice(.warning, "there is no route to \(prefixes): \(reason.sentence)")
      case .propagationDisabled, .peeringRoutesDisabled, .noGatewayTransit: return nil
      }
    }
  }

  /// What is odd in the snapshot about the subject, its machine, its network and its route table.
  func findings(_ subject: RouteSubject) -> [Notice] {
    let subnet = estate.subnet(subject.subnet)
    let network = estate.virtualNetworks[estate.subnets[subject.subnet].network]
    var related: Set<ResourceID> = [subnet.id, network.id]
    if let table = subnet.routeTable { related.insert(table) }
    if let interface = subject.interface {
      related.insert(estate.networkInterfaces[interface].id)
      if let machine = estate.virtualMachine(ofInterface: interface) {
        related.insert(estate.virtualMachines[machine].id)
      }
    }
    let parents: Set<ResourceID> = Set(
      [subject.interface == nil ? nil : subject.id, subnet.routeTable].compactMap { $0 })
    return estate.findings.compactMap { finding in
      let id = finding.resource
      let isPeering = id.kind == .virtualNetworkPeering && id.parent == network.id
      guard related.contains(id) || isPeering || id.parent.map(parents.contains) == true else { return nil }
      // What couldn't be read of routes and peerings is among the table's gaps.
      if case .unreadable = finding, isPeering || id == network.id || id.kind == .route { return nil }
      return Notice(.warning, finding.summary)
    }
  }

  /// Why Azure itself wouldn't answer for the subject now.
  func state(_ subject: RouteSubject) -> [Notice] {
    guard let interface = subject.interface else { return empty(subject) }
    let resource = estate.networkInterfaces[interface]
    guard let machine = estate.virtualMachine(ofInterface: interface) else {
      if let endpoint = resource.privateEndpoint {
        return [Notice(.note, "NIC \(resource.id.name) belongs to private endpoint \(endpoint.name) and sends nothing")]
      }
      guard resource.virtualMachine == nil else { return [] }
      return [
        Notice(
          .note,
          "NIC \(resource.id.name) is attached to no machine: these are the routes that it will have in its subnet")
      ]
    }
    let owner = estate.virtualMachines[machine]
    guard let state = owner.powerState, state != .running else { return [] }
    return [
      Notice(
        .note,
        "virtual machine \(owner.id.name) is \(state.rawValue): Azure shows routes of running machines only;"
          + " these are the ones that it will have")
    ]
  }

  private func empty(_ subject: RouteSubject) -> [Notice] {
    let subnet = estate.subnet(subject.subnet)
    if subnet.id.name.lowercased() == "gatewaysubnet" {
      return [Notice(.note, "Azure doesn't show the routes of gateway subnets; these are computed")]
    }
    guard estate.networkInterfaces(inSubnet: subject.subnet).isEmpty else { return [] }
    return [Notice(.note, "no NIC is in subnet \(subnet.id.name): these are the routes that the first one will have")]
  }
}
