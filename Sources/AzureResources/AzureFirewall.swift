public import IPAddressing
internal import JSONReading

/// An Azure Firewall, in a virtual network or in a virtual hub. Rules of its own are read when they are asked for.
public struct AzureFirewall: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  /// The configurations of the data plane: the first has the private address, each a public one.
  public let ipConfigurations: [IPConfiguration]
  /// The configuration in `AzureFirewallManagementSubnet`, by which the firewall itself is managed.
  public let managementIPConfiguration: IPConfiguration?
  public let virtualHub: ResourceID?
  /// The private address in a virtual hub.
  public let hubPrivateIPAddress: IPAddress?
  /// The public addresses in a virtual hub, which are no resources there.
  public let hubPublicIPAddresses: [IPAddress]
  public let firewallPolicy: ResourceID?
  /// What is set on the firewall itself; a policy has its own word.
  public let threatIntelMode: ThreatIntelMode?
  /// The ranges of a firewall without a policy; nil where nothing is set.
  public let privateRanges: FirewallPrivateRanges?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    location = json["location"]?.string
    ipConfigurations = reader.children("ipConfigurations", type: "azureFirewallIpConfigurations") {
      IPConfiguration($0, id: $1, reader: &$2)
    }
    managementIPConfiguration = properties["managementIpConfiguration"].flatMap { configuration in
      let name = configuration["name"]?.string ?? "management"
      guard let child = configuration.id ?? id.child("azureFirewallIpConfigurations", name) else { return nil }
      var reader = ResourceReader(configuration, owner: child)
      return IPConfiguration(configuration, id: child, reader: &reader)
    }
    virtualHub = reader.reference("virtualHub")
    let inHub = properties["hubIPAddresses"]
    hubPrivateIPAddress = inHub.flatMap { reader.address("privateIPAddress", in: $0) }
    let published = inHub?["publicIPs"]?["addresses"]?.elements.map { $0 } ?? []
    hubPublicIPAddresses = published.compactMap { reader.address("address", in: $0) }
    firewallPolicy = reader.reference("firewallPolicy")
    threatIntelMode = reader.choice("threatIntelMode")
    let ranges = properties["additionalProperties"]?["Network.SNAT.PrivateRanges"]?.string
    privateRanges = ranges.map { text in
      let texts = text.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
      return FirewallPrivateRanges(texts: texts, learnsRanges: false, reader: &reader)
    }
  }

  /// The address that user routes name as next hop.
  public var privateIPAddress: IPAddress? {
    ipConfigurations.lazy.compactMap(\.privateIPAddress).first ?? hubPrivateIPAddress
  }
}
