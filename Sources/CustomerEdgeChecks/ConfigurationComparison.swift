internal import CustomerEdge
internal import Findings
internal import HybridConnectivity
internal import IPAddressing

/// A link's addresses, VLAN, neighbour and AS numbers, as the router and the circuit have them.
struct ConfigurationComparison {
  private let link: EdgeLink

  init(_ link: EdgeLink) { self.link = link }

  var checks: [Check] { [address, vlan, neighbour, ownASN, remoteASN].compactMap { $0 } }

  private var path: String { link.path.rawValue }

  // MARK: Addresses

  private var address: Check? {
    guard !link.interfaces.isEmpty else { return nil }
    let own = link.interfaces.flatMap { interface in
      interface.addresses.filter { link.prefix.contains($0.address) || $0.network.contains(link.prefix) }
        .map { (interface, $0) }
    }
    guard let (interface, found) = own.first(where: { $0.1.address == link.customerAddress }) ?? own.first else {
      return nil
    }
    let evidence = [
      link.said("interface \(interface.name)", "\(found)"),
      link.configured("\(path)PeerAddressPrefix", "\(link.prefix)"),
    ]
    if found.address == link.microsoftAddress {
      return link.differs(
        .edgeAddressDiffers,
        "\(link.router): \(interface.name) has \(found.address), which is Microsoft's address of the \(path) link; the"
          + " customer's is \(link.customerAddress)", evidence,
        remedy: "give \(interface.name) the address \(link.customerAddress)/\(link.prefix.length), and make"
          + " \(link.microsoftAddress) its BGP neighbour")
    }
    if found.address != link.customerAddress {
      return link.differs(
        .edgeAddressDiffers,
        "\(link.router): \(interface.name) has \(found), the \(path) link's address for the customer is"
          + " \(link.customerAddress)/\(link.prefix.length)", evidence,
        remedy: "give \(interface.name) the address \(link.customerAddress)/\(link.prefix.length)")
    }
    if found.network != link.prefix {
      return link.differs(
        .edgeAddressDiffers,
        "\(link.router): \(interface.name) has \(found), the \(path) link's network is \(link.prefix)", evidence,
        remedy: "give \(interface.name) the address \(link.customerAddress)/\(link.prefix.length)")
    }
    if interface.isShutDown == true || interface.isUp == false {
      return link.differs(
        .edgeAddressDiffers,
        "\(link.router): \(interface.name), the interface of the \(path) link, is"
          + " \(interface.isShutDown == true ? "shut down" : "down")",
        evidence, remedy: "bring \(interface.name) up: its cable, its optics, `no shutdown`")
    }
    return link.agrees(
      .edgeAddressDiffers, "\(link.router): \(interface.name) has \(found), the customer's address of the \(path) link")
  }

  // MARK: VLAN

  private var vlan: Check? {
    guard let expected = link.peering.vlanID, expected > 0 else { return nil }
    let known = link.interfaces.compactMap { interface in interface.likelyVLAN.map { (interface, $0) } }
    guard let (interface, found) = known.first(where: { Int64($0.1) == expected }) ?? known.first else { return nil }
    guard Int64(found) != expected else {
      return link.agrees(.edgeVLANDiffers, "\(link.router): \(interface.name) has VLAN \(found), as the peering")
    }
    return link.differs(
      .edgeVLANDiffers, "\(link.router): \(interface.name) has VLAN \(found), the peering's is \(expected)",
      [
        link.said("interface \(interface.name)", "VLAN \(found)"), link.configured("vlanId", "\(expected)"),
      ], remedy: "change the encapsulation of \(interface.name) to VLAN \(expected)")
  }

  // MARK: Neighbour

  private var neighbour: Check? {
    let expected = link.microsoftAddress
    guard let peer = link.peer else {
      guard link.edge.hasConfiguration || link.edge.hasSessions else { return nil }
      return link.differs(
        .edgeSessionMissing,
        "\(link.router): has no BGP neighbour \(expected), Microsoft's address of the \(path) link",
        [link.configured("\(path)PeerAddressPrefix", "\(link.prefix)")],
        remedy: "configure the neighbour \(expected) with AS \(link.peering.azureASN ?? 12076)")
    }
    guard peer.address == expected else {
      return link.differs(
        .edgeSessionMissing,
        "\(link.router): its BGP neighbour on the \(path) link is \(peer.address), Microsoft's address is \(expected)",
        [
          link.said("BGP neighbour", "\(peer.address)"), link.configured("\(path)PeerAddressPrefix", "\(link.prefix)"),
        ], remedy: "make \(expected) the neighbour")
    }
    guard peer.isShutDown != true else {
      return link.differs(
        .edgeSessionMissing, "\(link.router): the session to \(expected) is shut down",
        [link.said("BGP neighbour \(expected)", peer.state ?? "shutdown")],
        remedy: "bring the session up: `no neighbor \(expected) shutdown`")
    }
    return link.agrees(.edgeSessionMissing, "\(link.router): has the BGP neighbour \(expected) on the \(path) link")
  }

  // MARK: AS numbers

  private var ownASN: Check? {
    guard let expected = link.peering.peerASN, expected != 0, let found = link.peer?.localASN else { return nil }
    guard found != expected else {
      return link.agrees(.edgeASNDiffers, "\(link.router): has AS \(found) on the \(path) link, as the peering")
    }
    return link.differs(
      .edgeASNDiffers,
      "\(link.router): has AS \(found) towards \(link.microsoftAddress), the peering's peerASN is \(expected)",
      [link.said("local AS", "\(found)"), link.configured("peerASN", "\(expected)")],
      remedy: "change the router's AS number on this session to \(expected), or the peering's",
      lookups: [
        "az network express-route peering update --ids \(link.peering.id) --peer-asn \(found)"
      ])
  }

  private var remoteASN: Check? {
    let expected = link.peering.azureASN ?? 12076
    guard let found = link.peer?.remoteASN else { return nil }
    guard found != expected else {
      return link.agrees(.edgeRemoteASNDiffers, "\(link.router): expects AS \(found) on the \(path) link, Microsoft's")
    }
    return link.differs(
      .edgeRemoteASNDiffers,
      "\(link.router): expects AS \(found) of \(link.peer?.address ?? link.microsoftAddress), Microsoft's is \(expected)",
      [link.said("remote AS", "\(found)"), link.configured("azureASN", "\(expected)")],
      remedy: "change the neighbour's `remote-as` to \(expected)")
  }
}
