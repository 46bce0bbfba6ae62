internal import Estate
internal import AzureResources
internal import Findings
internal import HybridConnectivity
internal import IPAddressing
internal import JSONDocument

/// What Azure knows of the sites behind the gateway's connections: device addresses, prefixes, BGP settings.
struct SiteChecks {
  private let subject: GatewaySubject

  init(_ subject: GatewaySubject) { self.subject = subject }

  var checks: [Check] {
    subject.sites.flatMap { site in [device(site), prefixes(site)].compactMap { $0 } }
      + subject.connections.flatMap(bgp)
  }

  // MARK: The device's address

  private func device(_ site: LocalNetworkGateway) -> Check? {
    let remedy = Remedy(
      "give the site its device's public address",
      ["az network local-gateway update --ids \(site.id) --gateway-ip-address <address>"])
    func fault(_ status: Check.Status, _ summary: String) -> Check {
      Check(
        .siteAddressFaulty, status, summary, site.id,
        [subject.property(site.id, "gatewayIpAddress", site.gatewayIPAddress.map { "\($0)" } ?? "none")], remedy: remedy
      )
    }
    guard let address = site.gatewayIPAddress else {
      let properties = subject.estate.json(site.id)?.armProperties ?? .null
      guard properties.text("fqdn") == nil, properties.text("gatewayIpAddress") == nil, properties.members != nil,
        properties.members?.members.isEmpty == false, properties["localNetworkAddressSpace"] != nil
      else { return nil }
      return fault(.fail, "local network gateway \(site.id.name) has no address of its device")
    }
    if address.isPrivate {
      // With private addresses of its own a gateway builds tunnels over ExpressRoute.
      let json = subject.estate.json(subject.gateway.id)?.armProperties ?? .null
      guard json.boolean("enablePrivateIpAddress") != true else { return nil }
      return fault(.fail, "local network gateway \(site.id.name) has the private address \(address) as its device")
    }
    if let other = subject.sites.first(where: { $0.id != site.id && $0.gatewayIPAddress == address }) {
      return fault(
        .warning, "local network gateways \(site.id.name) and \(other.id.name) have one device, \(address)")
    }
    return subject.pass(.siteAddressFaulty, "local network gateway \(site.id.name) has the device \(address)", site.id)
  }

  // MARK: Prefixes

  private func prefixes(_ site: LocalNetworkGateway) -> Check? {
    let evidence = [
      subject.property(site.id, "localNetworkAddressSpace", GatewaySubject.list(site.addressPrefixes))
    ]
    func fault(_ status: Check.Status, _ summary: String) -> Check {
      Check(
        .sitePrefixesFaulty, status, summary, site.id, evidence,
        remedy: Remedy(
          "correct the site's prefixes",
          ["az network local-gateway update --ids \(site.id) --local-address-prefixes <prefixes>"]))
    }
    let usesBGP = subject.connections.contains { $0.enableBGP && subject.site(of: $0)?.id == site.id }
    if site.addressPrefixes.isEmpty {
      guard !usesBGP else { return nil }
      return fault(.fail, "local network gateway \(site.id.name) has no prefix, and no BGP brings any")
    }
    if let device = site.gatewayIPAddress, let prefix = site.addressPrefixes.first(where: { $0.contains(device) }) {
      return fault(
        .fail, "local network gateway \(site.id.name) has \(prefix), which contains its own device \(device)")
    }
    for network in subject.networks {
      for space in network.addressPrefixes {
        guard let prefix = site.addressPrefixes.first(where: { $0.overlaps(space) && !$0.isDefault }) else { continue }
        // A summary that contains the network loses to the network's own, more specific prefix.
        let isSummary = prefix.contains(space) && prefix != space
        return fault(
          isSummary ? .warning : .fail,
          "local network gateway \(site.id.name) has \(prefix), which overlaps \(network.id.name)'s own \(space)")
      }
    }
    for other in subject.sites where other.id != site.id {
      if let prefix = site.addressPrefixes.first(where: { other.addressPrefixes.contains($0) }), !usesBGP {
        return fault(
          .warning, "local network gateways \(site.id.name) and \(other.id.name) both have \(prefix), without BGP")
      }
    }
    return subject.pass(
      .sitePrefixesFaulty, "local network gateway \(site.id.name) has \(GatewaySubject.list(site.addressPrefixes))",
      site.id)
  }

  // MARK: BGP

  private func bgp(_ connection: ConnectionRecord) -> [Check] {
    guard connection.enableBGP, let site = subject.site(of: connection) else { return [] }
    let gateway = subject.gateway
    let evidence = [
      subject.property(connection.id, "enableBgp", "true"),
      subject.property(site.id, "bgpSettings", site.asn.map { "AS \($0)" } ?? "none"),
    ]
    let fault: (what: String, resource: ResourceID)? =
      if site.bgpPeeringAddress == nil {
        ("local network gateway \(site.id.name) has no BGP peering address", site.id)
      } else if !gateway.enableBGP && gateway.asn == nil {
        ("gateway \(subject.name) has BGP off", gateway.id)
      } else if site.asn == Int64(gateway.ownASN) {
        ("gateway and site both have AS number \(gateway.ownASN)", site.id)
      } else if let address = site.bgpPeeringAddress, address.isLinkLocal, gateway.customAddresses.isEmpty {
        (
          "\(site.id.name) speaks BGP at \(address), and the gateway has no address of its own in 169.254.21.0 to"
            + " 169.254.22.255", gateway.id
        )
      } else {
        nil
      }
    var checks: [Check] = []
    if let fault {
      checks.append(
        Check(
          .bgpSettingsInconsistent, .fail,
          "connection \(connection.id.name) uses BGP, but \(fault.what): no session comes up", fault.resource, evidence,
          remedy: Remedy(
            "give both ends their BGP settings",
            ["az network local-gateway update --ids \(site.id) --asn <ASN> --bgp-peering-address <address>"])))
    } else {
      checks.append(
        subject.pass(
          .bgpSettingsInconsistent, "connection \(connection.id.name) has its BGP settings on both ends", connection.id)
      )
    }
    if let asn = site.asn, let owner = Self.reserved(asn) {
      checks.append(
        Check(
          .asnReserved, .fail, "local network gateway \(site.id.name) has AS \(asn), which \(owner) reserves", site.id,
          evidence,
          remedy: Remedy(
            "take one of 64512 to 65514 or 65521 to 65534, or a public one",
            ["az network local-gateway update --ids \(site.id) --asn <ASN>"])))
    }
    return checks
  }

  /// Who reserves an AS number; nil for one that a site may have.
  ///
  /// - Source: VPN semantics B.4.
  static func reserved(_ asn: Int64) -> String? {
    switch asn {
    case 8074, 8075, 12076, 65517...65520: "Azure"
    case 0, 23456, 64496...64511, 65535...65551, 4_294_967_295: "IANA"
    default: nil
    }
  }
}
