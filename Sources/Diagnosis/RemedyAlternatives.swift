internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import PathAnalysis
internal import Remediation
internal import Routing

/// Remedies that come into question where a cause has several, the likeliest first. Which of them works, the proof says.
struct RemedyAlternatives {
  let estate: Estate
  let diagnosis: Diagnosis

  /// How many are tried at most; each costs a link of the whole estate.
  private static let limit = 6

  func remedies(for cause: Cause) -> [Remedy] {
    let found: [Remedy] =
      switch cause.code {
      case .nextHopUnowned, .nextHopNotReachable: nextHops(cause)
      case .applianceNotForwarding: otherAppliances(cause)
      case .loadBalancerCannotForward: backends(cause)
      default: []
      }
    return Array(found.filter { $0.changes != cause.remedy.changes }.prefix(Self.limit))
  }

  /// The route that the cause is about, with the station that uses it.
  private func station(_ cause: Cause) -> Hop? {
    (diagnosis.forward.hops + (diagnosis.wayBack?.hops ?? [])).first { hop in
      hop.route?.origin.resource != nil && hop.route?.origin.resource == cause.resource
    }
  }

  private func nextHops(_ cause: Cause) -> [Remedy] {
    guard let station = station(cause), let route = station.route else { return [] }
    let hops = NextHops(estate: estate, network: station.subnet?.parent)
    return route.nextHopAddresses.flatMap { wrong in
      var seen: Set<IPAddress> = []
      let candidates = (hops.ofOtherRoutes(insteadOf: wrong) + hops.ofAppliances(insteadOf: wrong))
        .filter { seen.insert($0).inserted }
      return candidates.map { address in
        Remedy("make the route lead to the appliance at \(address)", hops.replace(wrong, by: address, in: route))
      }
    }
  }

  /// A NIC that is no appliance may be the next hop by mistake: then another one is meant.
  private func otherAppliances(_ cause: Cause) -> [Remedy] {
    guard let interface = estate.networkInterfaceIndex(cause.resource) else { return [] }
    let own = estate.networkInterfaces[interface].ipConfigurations.compactMap(\.privateIPAddress)
    let stations = (diagnosis.forward.hops + (diagnosis.wayBack?.hops ?? [])).filter { hop in
      hop.route?.nextHopAddresses.contains(where: own.contains) == true
    }
    return stations.flatMap { station -> [Remedy] in
      guard let route = station.route, let wrong = own.first(where: route.nextHopAddresses.contains) else { return [] }
      let hops = NextHops(estate: estate, network: station.subnet?.parent)
      return hops.ofOtherRoutes(insteadOf: wrong).map { address in
        Remedy("make the route lead to the appliance at \(address)", hops.replace(wrong, by: address, in: route))
      }
    }
  }

  /// NICs that could be behind a load balancer: those in the subnet of its front end that forward, then the others.
  private func backends(_ cause: Cause) -> [Remedy] {
    guard cause.remedy.changes.isEmpty, let balancer = estate.loadBalancers.first(where: { $0.id == cause.resource }),
      let pool = balancer.rules.lazy.compactMap(\.backendPools.first).first ?? balancer.backendPools.first?.id,
      let subnet = balancer.frontends.lazy.compactMap(\.subnet).first
    else { return [] }
    let beside = estate.networkInterfaces.filter { $0.subnet == subnet }
    return (beside.filter(\.enableIPForwarding) + beside.filter { !$0.enableIPForwarding }).compactMap { interface in
      interface.ipConfigurations.first.map { configuration in
        Remedy(
          "add NIC \(interface.id.name) to the rule's pool",
          [
            .add(
              configuration.id, property: "loadBalancerBackendAddressPools", value: Change.reference(pool))
          ])
      }
    }
  }
}
