internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import PathAnalysis

/// A next hop whose NIC doesn't forward, itself or behind a load balancer (U1, N1, N2).
struct ApplianceForwardingCheck: AuditCheck {
  static let code = CheckCode.applianceNotForwarding

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    var findings: [Finding] = []
    var seen: Set<Int> = []
    for appliance in audited.appliances {
      guard case .owned(let owner, _) = appliance.place, let route = appliance.routes(in: estate).first else {
        continue
      }
      for interface in audited.interfaces(behind: owner) {
        let resource = estate.networkInterfaces[interface]
        guard !resource.enableIPForwarding, resource.privateEndpoint == nil, seen.insert(interface).inserted else {
          continue
        }
        let through = audited.balancer(owner).map { " through load balancer \($0.name)" } ?? ""
        findings.append(
          Finding(
            code, .error,
            "NIC \(resource.id.name) is the next hop of user routes\(through) (\(route.id.parent?.name ?? "")/\(route.name)"
              + " among them), but its IP forwarding is off: it drops what isn't addressed to it",
            resource.id,
            [
              audited.property(resource.id, "enableIPForwarding", "false"),
              audited.property(route.id, "nextHopIpAddress", "\(appliance.address)"),
            ],
            remedy: Remedy(
              "turn on IP forwarding for the NIC, and forwarding in the guest",
              ["az network nic update --ids \(resource.id) --ip-forwarding true"])))
      }
    }
    return findings
  }
}

extension AuditedEstate {
  /// The NICs that get what is sent to an owner's address: its own, or those behind a front end.
  func interfaces(behind owner: AddressOwner) -> [Int] {
    switch owner {
    case .interface(let index): return [index]
    case .loadBalancer(let index, let frontend):
      let balancer = estate.loadBalancers[index]
      let front = balancer.frontends[frontend].id
      let pools = balancer.rules.filter { $0.frontend == front }.flatMap(\.backendPools)
      return pools.flatMap { membersOfPool[$0] ?? [] }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    default: return []
    }
  }

  func balancer(_ owner: AddressOwner) -> ResourceID? {
    if case .loadBalancer(let index, _) = owner { estate.loadBalancers[index].id } else { nil }
  }

  /// The subnets whose routes decide where an appliance's traffic goes next.
  func subnets(behind owner: AddressOwner) -> [Int] {
    let found: [Int] =
      switch owner {
      case .firewall(let index):
        estate.azureFirewalls[index].ipConfigurations.compactMap { estate.subnetIndex($0.subnet) }
      default: interfaces(behind: owner).compactMap { estate.subnet(ofInterface: $0) }
      }
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
