internal import AzureResources
internal import Estate
internal import Filtering
internal import Findings
internal import IPAddressing
internal import PathAnalysis
internal import Remediation
internal import Routing

/// What groups let pass after a change that they didn't before, exactly: the boxes of the rules that differ, without
/// what was allowed there before (routing semantics D-001 to D-003).
extension OpeningFinder {
  /// A place with its group before and after; nil is no group.
  private struct Place {
    let id: ResourceID
    let subnet: Int
    let old: ResourceID?
    let new: ResourceID?
    /// The addresses behind the place.
    let own: IPAddressSet
    let interfaces: Int
  }

  func flows() -> [Opening.Flows] {
    let groups = Set(changes.compactMap { group(of: $0.resource) })
    let places = affectedPlaces(groups)
    guard !places.isEmpty else { return [] }
    var old = FilterEvaluator(before, tables: RouteTableBuilder(before, asOf: day))
    var new = FilterEvaluator(after, tables: RouteTableBuilder(after, asOf: day))
    var found: [Opening.Flows] = []
    for direction in [TrafficDirection.inbound, .outbound] {
      for place in places {
        guard let opened = opened(place, direction, &old, &new) else { continue }
        merge(opened, into: &found)
      }
    }
    return found
  }

  private func group(of id: ResourceID) -> ResourceID? {
    switch id.kind {
    case .securityRule: id.parent
    case .networkSecurityGroup: id
    default: nil
    }
  }

  /// Where the groups are attached, and the subnets and NICs that are changed themselves.
  private func affectedPlaces(_ groups: Set<ResourceID>) -> [Place] {
    let resources = Set(changes.flatMap { [$0.resource, $0.resource.parent].compactMap { $0 } })
    var counts: [Int: Int] = [:]
    var places: [Place] = []
    for index in after.networkInterfaces.indices {
      let interface = after.networkInterfaces[index]
      guard let subnet = after.subnet(ofInterface: index) else { continue }
      counts[subnet, default: 0] += 1
      let isChanged = resources.contains(interface.id)
      let around = after.subnet(subnet).networkSecurityGroup
      let new = interface.networkSecurityGroup
      let old = before.networkInterfaceIndex(interface.id).flatMap {
        before.networkInterfaces[$0].networkSecurityGroup
      }
      let own = IPAddressSet(
        prefixes: interface.ipConfigurations.compactMap(\.privateIPAddress).map { IPPrefix(host: $0) })
      if isChanged || new.map(groups.contains) == true {
        places.append(Place(id: interface.id, subnet: subnet, old: old, new: new, own: own, interfaces: 1))
      }
      // A NIC that joins an application security group is another one to the rules of its subnet too.
      if isChanged, let around, !groups.contains(around) {
        places.append(
          Place(id: after.subnet(subnet).id, subnet: subnet, old: around, new: around, own: own, interfaces: 1))
      }
    }
    for subnet in after.subnets.indices {
      let resource = after.subnet(subnet)
      let old = before.subnetIndex(resource.id).flatMap { before.subnet($0).networkSecurityGroup }
      guard old != resource.networkSecurityGroup || resource.networkSecurityGroup.map(groups.contains) == true else {
        continue
      }
      places.append(
        Place(
          id: resource.id, subnet: subnet, old: old, new: resource.networkSecurityGroup,
          own: IPAddressSet(prefixes: resource.addressPrefixes), interfaces: counts[subnet] ?? 0))
    }
    return Array(places.prefix(Self.subnetLimit))
  }

  private func opened(
    _ place: Place, _ direction: TrafficDirection, _ old: inout FilterEvaluator, _ new: inout FilterEvaluator
  ) -> Opening.Flows? {
    guard let group = place.new ?? place.old,
      let earlier = before.subnetIndex(after.subnet(place.subnet).id),
      let oldRules = place.old.map({ old.resolvedRules(of: $0, direction, inSubnet: earlier) }) ?? [.everything],
      let newRules = place.new.map({ new.resolvedRules(of: $0, direction, inSubnet: place.subnet) }) ?? [.everything]
    else { return nil }
    let region = ResolvedRule.differing(oldRules, newRules).compactMap { $0.clipped(place.own, direction) }
    guard !region.isEmpty, let allowed = ResolvedRule.allowed(by: newRules, within: region),
      let known = ResolvedRule.allowed(by: oldRules, within: region)
    else { return nil }
    let boxes = allowed.flatMap { $0.subtracting(known) }.flatMap { $0.subtracting(asked) }
    guard !boxes.isEmpty else { return nil }
    return Opening.Flows(
      group: group, direction: direction, places: [place.id], interfaces: place.interfaces, boxes: boxes,
      isComplete: (oldRules + newRules).allSatisfy(\.isComplete))
  }

  /// The connection that was asked about, which is no surprise.
  private var asked: FlowBox {
    let transport: SecurityRuleProtocol =
      switch question.question.transport {
      case .tcp: .tcp
      case .udp: .udp
      case .icmp: .icmp
      }
    let sources = [question.source.address, question.source.privateAddress].compactMap { $0 }
    let destinations = [question.destination.address, question.destination.privateAddress].compactMap { $0 }
    return FlowBox(
      from: IPAddressSet(prefixes: sources.map { IPPrefix(host: $0) }),
      to: IPAddressSet(prefixes: destinations.map { IPPrefix(host: $0) }), transport,
      ports: question.question.port.map { PortSet(port: $0) } ?? .any)
  }

  /// Places at which a group opens the same flows are told together.
  private func merge(_ flows: Opening.Flows, into found: inout [Opening.Flows]) {
    guard
      let position = found.firstIndex(where: {
        $0.group == flows.group && $0.direction == flows.direction && $0.boxes == flows.boxes
      })
    else {
      found.append(flows)
      return
    }
    let known = found[position]
    found[position] = Opening.Flows(
      group: known.group, direction: known.direction, places: known.places + flows.places,
      interfaces: known.interfaces + flows.interfaces, boxes: known.boxes,
      isComplete: known.isComplete && flows.isComplete)
  }
}
