internal import CustomerEdge
internal import Findings
internal import HybridConnectivity
internal import IPAddressing

/// How a link stands, as the router and Microsoft's edge say.
struct StateComparison {
  private let link: EdgeLink

  init(_ link: EdgeLink) { self.link = link }

  var checks: [Check] { [neighbour, session, announcements, received].compactMap { $0 } }

  private var path: String { link.path.rawValue }

  // MARK: Layer 2

  private var neighbour: Check? {
    guard link.family == .ipv4 else { return nil }
    if let seen = link.arp?.content.onPremises?.macAddress, let own = ownHardwareAddress, "\(own)" != "\(seen)" {
      return Check(
        .edgeNeighbourUnresolved, link.isUp == true ? .warning : .fail,
        "\(link.router): has MAC address \(own) on the \(path) link, but Microsoft's edge finds \(seen) at"
          + " \(link.customerAddress): another device answers",
        link.peering.id, arpEvidence, detail: [.init("path", path)], party: .customer,
        remedy: Remedy("find the device that has \(link.customerAddress) too, or that translates the frames"))
    }
    guard link.edge.hasNeighbours else { return nil }
    let row = link.edge.neighbour(at: link.microsoftAddress)
    guard let found = row?.hardwareAddress else {
      // No row at all: nobody asked of late.
      guard row != nil else { return nil }
      let seesUs = link.arp?.content.onPremises?.macAddress != nil
      return Check(
        .edgeNeighbourUnresolved, link.isUp == true ? .warning : .fail,
        "\(link.router): nobody answers for \(link.microsoftAddress) on the \(path) link"
          + (seesUs
            ? ", though Microsoft's edge has \(link.router)'s MAC address: frames pass in one direction only" : ""),
        link.peering.id, arpEvidence + [link.said("neighbour \(link.microsoftAddress)", "incomplete")],
        detail: [.init("path", path)], party: .provider,
        remedy: Remedy("let the provider look at the \(path) link: VLAN, port, cross-connect"))
    }
    if let announced = link.arp?.content.microsoft?.macAddress, "\(announced)" != "\(found)" {
      return Check(
        .edgeNeighbourUnresolved, .warning,
        "\(link.router): finds \(found) at \(link.microsoftAddress), Microsoft's edge says of itself \(announced)",
        link.peering.id, arpEvidence + [link.said("neighbour \(link.microsoftAddress)", "\(found)")],
        detail: [.init("path", path)], party: .provider,
        remedy: Remedy("look which device answers for Microsoft's address on the \(path) link"))
    }
    return link.agrees(
      .edgeNeighbourUnresolved, "\(link.router): finds \(link.microsoftAddress) at \(found) on the \(path) link")
  }

  private var ownHardwareAddress: HardwareAddress? {
    // Cisco prints a router's own addresses in its ARP table.
    link.interfaces.lazy.compactMap(\.hardwareAddress).first
      ?? link.edge.neighbour(at: link.customerAddress)?.hardwareAddress
  }

  private var arpEvidence: [Evidence] {
    guard let table = link.arp, let row = table.content.onPremises else { return [] }
    return [link.observed(table.stamp, "arpTables", "\(row.ipAddressText): \(row.macAddressText)")]
  }

  // MARK: Session

  private var session: Check? {
    guard let state = link.peer?.state, link.peer?.isShutDown != true else { return nil }
    let address = link.microsoftAddress
    let evidence = [link.said("session to \(address)", state)] + link.sessionEvidence
    switch (link.peer?.isEstablished == true, link.isUp) {
    case (true, true?), (true, nil):
      return link.agrees(.edgeSessionDown, "\(link.router): the session to \(address) is up")
    case (true, false?):
      return Check(
        .edgeSessionDown, .warning,
        "\(link.router): says that the session to \(address) is up, Microsoft's edge says"
          + " \(link.neighbor?.content.statePfxRcd ?? "down"): one of the two is from another time",
        link.peering.id, evidence, detail: [.init("path", path)], party: .customer,
        remedy: Remedy("read both sides again, at one time"))
    case (false, true?):
      return Check(
        .edgeSessionDown, .warning,
        "\(link.router): says that the session to \(address) is \(state), Microsoft's edge says that it is up: one of the"
          + " two is from another time",
        link.peering.id, evidence, detail: [.init("path", path)], party: .customer,
        remedy: Remedy("read both sides again, at one time"))
    case (false, _):
      return Check(
        .edgeSessionDown, .fail, "\(link.router): the session to \(address) on the \(path) link is \(state)",
        link.peering.id, evidence, detail: [.init("path", path)], party: .customer,
        remedy: Remedy(
          "let TCP 179 pass between \(link.customerAddress) and \(address) in both directions, and look into the log of"
            + " \(link.router)"))
    }
  }

  // MARK: Prefixes

  private var announcements: Check? {
    guard let announced = link.announced, let table = link.routes, link.isUp == true else { return nil }
    let there = Set(
      table.content.routes(via: link.customerAddress).filter { !$0.isReflected }.compactMap(\.network))
    let lacking = announced.subtracting(there).filter { $0.family == link.family }
    guard lacking.isEmpty else {
      let shown = EdgeLink.list(lacking)
      return Check(
        .edgeAnnouncementsDiffer, .warning,
        "\(link.router) announces \(shown) to the \(path) link, and Microsoft's edge doesn't have it", link.peering.id,
        [link.said("advertised routes", shown)], detail: [.init("path", path), .init("prefixes", shown)],
        party: .customer,
        remedy: Remedy(
          "look whether the prefixes are ones that Microsoft's edge takes, and read both sides at one time"))
    }
    return link.agrees(
      .edgeAnnouncementsDiffer,
      "\(link.router): Microsoft's edge has the \(announced.count) prefixes that it announces to the \(path) link")
  }

  private var received: Check? {
    guard let peer = link.peer, peer.isEstablished != false, link.isUp == true, let table = link.routes else {
      return nil
    }
    let sent = Set(
      table.content.routes.filter { $0.nextHop != link.customerAddress }.compactMap(\.network)
        .filter { $0.family == link.family })
    guard !sent.isEmpty, let count = peer.received?.count ?? peer.prefixesReceived else { return nil }
    let lacking = peer.received.map { sent.subtracting($0.map(\.network)) }
    guard lacking?.isEmpty ?? (count >= sent.count) else {
      let none = count == 0
      let shown = lacking.map { EdgeLink.list($0) } ?? "\(sent.count - count)"
      return Check(
        .edgeReceivesLess, none ? .fail : .warning,
        none
          ? "\(link.router) has none of the \(sent.count) prefixes that Microsoft's edge has for it on the \(path) link"
          : "\(link.router) lacks \(shown) of the prefixes that Microsoft's edge has for it on the \(path) link",
        link.peering.id, [link.said("received routes", "\(count)")],
        detail: [.init("path", path), .init("prefixes", EdgeLink.list(lacking ?? sent))], party: .customer,
        remedy: Remedy("look at the inbound filters of \(link.router) for \(link.microsoftAddress)"))
    }
    return link.agrees(
      .edgeReceivesLess, "\(link.router): has the \(sent.count) prefixes of Microsoft's edge on the \(path) link")
  }
}
