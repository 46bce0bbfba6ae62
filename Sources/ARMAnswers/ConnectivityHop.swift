internal import AzureResources
internal import IPAddressing

/// A station as a connectivity check lists it.
struct ConnectivityHop {
  /// Azure's types of stations.
  ///
  /// - Source: routing semantics G-006.
  enum Kind: String {
    case source = "Source"
    case virtualNetwork = "VirtualNetwork"
    case virtualNetworkPeering = "VirtualNetworkPeering"
    case virtualNetworkGateway = "VirtualNetworkGateway"
    case virtualAppliance = "VirtualAppliance"
    case internet = "Internet"
    case destination = "Destination"
  }

  let kind: Kind
  /// An address, or the name of a destination that was given by name; nil where Azure shows none.
  let address: String?
  let resource: ResourceID?
  var issues: [ConnectivityIssue] = []

  init(_ kind: Kind, _ address: String?, _ resource: ResourceID?) {
    self.kind = kind
    self.address = address
    self.resource = resource
  }
}
