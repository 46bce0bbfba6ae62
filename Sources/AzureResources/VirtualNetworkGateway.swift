public import IPAddressing
internal import JSONReading

/// A VPN or ExpressRoute gateway in a virtual network.
public struct VirtualNetworkGateway: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let gatewayType: GatewayType
  public let ipConfigurations: [IPConfiguration]
  public let activeActive: Bool
  public let enableBgp: Bool
  public let asn: Int64?
  /// The instances' private addresses, as `bgpSettings` shows them.
  public let instanceAddresses: [IPAddress]
  /// The local network gateway that takes all traffic (forced tunnelling).
  public let gatewayDefaultSite: ResourceID?
  /// The address pools of point-to-site clients.
  public let clientAddressPools: [IPPrefix]

  /// What a gateway is for.
  public enum GatewayType: String, Sendable, Hashable, CaseIterable {
    case vpn = "Vpn"
    case expressRoute = "ExpressRoute"
    case localGateway = "LocalGateway"
  }

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    location = json["location"]?.string
    gatewayType = reader.choice("gatewayType") ?? .vpn
    ipConfigurations = reader.children("ipConfigurations", type: "ipConfigurations") {
      IPConfiguration($0, id: $1, reader: &$2)
    }
    activeActive = reader.flag("activeActive") ?? reader.flag("active") ?? false
    enableBgp = reader.flag("enableBgp") ?? false
    let bgp = properties["bgpSettings"]
    asn = bgp?["asn"]?.integer
    instanceAddresses = Self.instanceAddresses(bgp, &reader)
    gatewayDefaultSite = reader.reference("gatewayDefaultSite")
    let clients = properties["vpnClientConfiguration"]?["vpnClientAddressPool"]
    clientAddressPools = clients.map { reader.prefixes("addressPrefixes", in: $0) } ?? []
  }

  /// The virtual network it is in: the parent of its ip configurations' subnet.
  public var virtualNetwork: ResourceID? { ipConfigurations.lazy.compactMap(\.subnet?.parent).first }

  private static func instanceAddresses(_ bgp: JSONCursor?, _ reader: inout ResourceReader) -> [IPAddress] {
    guard let bgp else { return [] }
    var found: [IPAddress] = []
    for entry in bgp["bgpPeeringAddresses"]?.elements.map({ $0 }) ?? [] {
      found += reader.addresses("defaultBgpIpAddresses", in: entry)
    }
    if found.isEmpty, let listed = bgp["bgpPeeringAddress"]?.string {
      // Two instances are printed in one text, joined with a comma.
      found = listed.split { $0 == "," || $0 == " " }.compactMap { reader.address(String($0), "bgpPeeringAddress") }
    }
    return found
  }
}
