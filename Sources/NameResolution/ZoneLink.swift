public import AzureResources

/// A private DNS zone's link to a virtual network.
public struct ZoneLink: Sendable, Hashable {
  public let id: ResourceID
  /// The network as the link names it.
  public let networkID: ResourceID?
  /// Its index in `Estate.virtualNetworks`; nil where the snapshot lacks it.
  public let network: Int?
  /// `resolutionPolicy` `NxDomainRedirect`: a name that the zone lacks is asked of public DNS. Azure has it for zones of
  /// private endpoints alone.
  public let redirects: Bool
  /// Whether the network's machines enter themselves into the zone.
  public let registers: Bool
  /// `virtualNetworkLinkState`, as written; nil where the snapshot doesn't say.
  public let state: String?

  /// Whether it is in force; a link that is being made isn't (PDNS link rules).
  public var isComplete: Bool { state?.lowercased() != "inprogress" }
}
