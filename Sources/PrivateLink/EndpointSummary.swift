public import AzureResources
internal import Estate
public import IPAddressing
public import NameFindings
internal import NameResolution

/// A private endpoint in short.
public struct EndpointSummary: Sendable, Hashable {
  public let id: ResourceID
  public let target: ResourceID?
  public let groupIDs: [String]
  /// `Approved`, `Pending`, `Rejected`, `Disconnected`; nil where the snapshot doesn't say.
  public let status: String?
  /// Whether the connection waits for somebody's hand.
  public let isManual: Bool
  public let subnet: ResourceID?
  public let addresses: [IPAddress]
  public let names: [String]
  /// The zones that its zone groups name.
  public let zones: [ResourceID]
  public let publicAccess: TargetAccess

  /// An endpoint, by its index in `Estate.privateEndpoints`.
  init(_ endpoint: Int, _ directory: NameDirectory, _ entries: [EndpointName]) {
    let estate = directory.estate
    let resource = estate.privateEndpoints[endpoint]
    let connection = resource.connections.first
    id = resource.id
    target = connection?.target
    groupIDs = connection?.groupIDs ?? []
    status = connection?.status
    isManual = ApprovalCheck(estate).isManual(resource.id)
    subnet = resource.subnet
    var seen: Set<IPAddress> = []
    let network = estate.virtualNetworkIndex(resource.subnet?.parent)
    let placed = network.map { estate.privateEndpointAddresses(inNetwork: $0) } ?? []
    let own = placed.filter { $0.endpoint == resource.id }.map(\.address) + entries.flatMap(\.addresses)
    addresses = own.filter { seen.insert($0).inserted }
    names = entries.map(\.name)
    zones = directory.zoneGroups(ofEndpoint: resource.id).map(\.zone)
    publicAccess = TargetAccess(estate, of: connection?.target)
  }
}
