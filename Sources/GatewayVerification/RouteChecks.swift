internal import AzureResources
internal import Findings
internal import HybridConnectivity
internal import IPAddressing

/// What the gateway learned and announces.
struct RouteChecks {
  private let subject: GatewaySubject

  init(_ subject: GatewaySubject) { self.subject = subject }

  var checks: [Check] {
    var found: [Check] = []
    if let table = subject.learned.latest {
      let routes = learned(table.content)
      found += [nothing(routes, table.stamp), limit(routes, table.stamp)].compactMap { $0 }
      found += own(routes, table.stamp)
      found += subject.expected.map { expected($0, routes, table.stamp) }
    } else {
      found += subject.expected.map(configured)
    }
    for peer in subject.advertised.keys.sorted() {
      if let series = subject.advertised[peer], let table = series.latest {
        found += advertised(table.content, to: peer, table.stamp)
      }
    }
    return found
  }

  /// The routes that came over BGP from outside: neither the gateway's own networks nor the other instance's.
  private func learned(_ table: LearnedRouteTable) -> [GatewayRoute] {
    table.routes.filter { route in
      let origin = route.origin?.lowercased()
      return route.nextHop != nil && origin != "network" && !route.asPath.numbers.isEmpty
    }
  }

  // MARK: Learned

  private func nothing(_ routes: [GatewayRoute], _ stamp: ObservationStamp) -> Check? {
    guard !subject.connectionsWithBGP.isEmpty else { return nil }
    guard routes.isEmpty else {
      return subject.pass(
        .nothingLearned, "gateway \(subject.name) learned \(Set(routes.map(\.networkText)).count) prefixes")
    }
    return Check(
      .nothingLearned, .fail, "gateway \(subject.name) learned no prefix: on-premises announces nothing",
      subject.gateway.id, [subject.observed(stamp, "getLearnedRoutes", "none but its own")],
      remedy: Remedy("announce the prefixes from on-premises"))
  }

  private func limit(_ routes: [GatewayRoute], _ stamp: ObservationStamp) -> Check? {
    guard let limits = subject.gateway.limits, let most = limits.learnedPrefixes else { return nil }
    let count = Set(routes.map(\.networkText)).count
    // A fifth of headroom (ExpressRoute semantics A.6).
    guard count * 5 > most * 4 else { return nil }
    return Check(
      .learnedRoutesLimit, count > most ? .fail : .warning,
      "gateway \(subject.name) learned \(count) prefixes, its SKU \(limits.name) takes \(most)", subject.gateway.id,
      [subject.observed(stamp, "getLearnedRoutes", "\(count) prefixes")],
      remedy: Remedy("summarise the prefixes on-premises, or take a larger SKU"))
  }

  /// Prefixes of Azure's own networks that came from on-premises, and default routes.
  private func own(_ routes: [GatewayRoute], _ stamp: ObservationStamp) -> [Check] {
    var found: [Check] = []
    var seen: Set<IPPrefix> = []
    let networks = subject.networks
    for route in routes {
      guard let prefix = route.network, seen.insert(prefix).inserted else { continue }
      if prefix.isDefault {
        found.append(
          note(
            "gateway \(subject.name) learned the default route \(prefix): all traffic to the internet goes on-premises"
              + " (forced tunnelling)", prefix, stamp, "leave it, if it is meant; else filter it at the customer edge"))
        continue
      }
      // A network that another gateway of Azure announces through the circuit isn't on-premises'.
      guard !route.asPath.numbers.dropFirst().contains(where: { $0 == 12076 || $0 == 65515 }) else { continue }
      for network in networks {
        guard let space = network.addressPrefixes.first(where: { $0.contains(prefix) }) else { continue }
        let what = prefix == space ? "\(network.id.name)'s own prefix" : "a part of \(network.id.name)'s own \(space)"
        found.append(
          note(
            "gateway \(subject.name) learned \(prefix) from on-premises, \(what)", prefix, stamp,
            "filter the prefix at the customer edge"))
      }
    }
    return found
  }

  private func note(_ summary: String, _ prefix: IPPrefix, _ stamp: ObservationStamp, _ remedy: String) -> Check {
    Check(
      .ownPrefixLearned, .warning, summary, subject.gateway.id,
      [subject.observed(stamp, "getLearnedRoutes", "\(prefix)")], detail: [.init("prefix", "\(prefix)")],
      party: .customer, remedy: Remedy(remedy))
  }

  // MARK: What must be known

  /// A prefix on-premises, by what BGP brought or the sites have.
  private func expected(_ prefix: IPPrefix, _ routes: [GatewayRoute], _ stamp: ObservationStamp) -> Check {
    if let route = routes.first(where: { $0.network?.contains(prefix) == true && $0.network?.isDefault == false }) {
      return subject.pass(.prefixNotLearned, "gateway \(subject.name) learned \(route.networkText) for \(prefix)")
    }
    if let check = fromSites(prefix) { return check }
    return Check(
      .prefixNotLearned, .fail,
      "gateway \(subject.name) learned no prefix that contains \(prefix): on-premises doesn't"
        + " announce it", subject.gateway.id,
      [subject.observed(stamp, "getLearnedRoutes", GatewaySubject.list(routes.compactMap(\.network)))],
      detail: [.init("prefix", "\(prefix)")],
      remedy: Remedy("announce the prefix from on-premises, then look at what the gateway learns"))
  }

  /// A prefix on-premises where nobody recorded what BGP brought.
  private func configured(_ prefix: IPPrefix) -> Check {
    if let check = fromSites(prefix) { return check }
    let evidence = subject.sites.map {
      subject.property($0.id, "localNetworkAddressSpace", GatewaySubject.list($0.addressPrefixes))
    }
    guard subject.connectionsWithBGP.isEmpty else {
      return Check(
        .prefixNotLearned, .unknown, "whether gateway \(subject.name) learned \(prefix) isn't in the snapshot",
        subject.gateway.id, evidence)
    }
    let sites = subject.sites.map { String($0.id.name) }.joined(separator: ", ")
    return Check(
      .gatewayLacksPrefix, .fail,
      subject.sites.isEmpty
        ? "gateway \(subject.name) has no connection to a site with \(prefix)"
        : "gateway \(subject.name) knows no site with \(prefix): it is not among the prefixes of \(sites)",
      subject.sites.first?.id ?? subject.gateway.id, evidence, detail: [.init("prefix", "\(prefix)")],
      remedy: Remedy("add the prefix to the site's local network gateway, or announce it over BGP"))
  }

  private func fromSites(_ prefix: IPPrefix) -> Check? {
    let site = subject.sites.first { $0.addressPrefixes.contains { $0.contains(prefix) } }
    return site.map { subject.pass(.gatewayLacksPrefix, "site \($0.id.name) has \(prefix)", $0.id) }
  }

  // MARK: Advertised

  private func advertised(_ table: AdvertisedRouteTable, to peer: String, _ stamp: ObservationStamp) -> [Check] {
    // An answer for an address that is no peer is empty, without an error.
    guard !table.routes.isEmpty else { return [] }
    let announced = table.routes.compactMap(\.network)
    let to = peer.isEmpty ? "" : " to \(peer)"
    var lacking: [Check] = []
    for network in subject.networks {
      for space in network.addressPrefixes where !announced.contains(where: { $0.contains(space) }) {
        lacking.append(
          Check(
            .prefixNotAdvertised, .warning,
            "gateway \(subject.name) doesn't advertise \(space) of \(network.id.name)\(to)", subject.gateway.id,
            [subject.observed(stamp, "getAdvertisedRoutes", GatewaySubject.list(announced))],
            remedy: Remedy("look at the peering's gateway transit, and synchronise it")))
      }
    }
    guard lacking.isEmpty, !subject.networks.isEmpty else { return lacking }
    return [subject.pass(.prefixNotAdvertised, "gateway \(subject.name) advertises its networks\(to)")]
  }
}
