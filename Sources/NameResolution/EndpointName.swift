public import IPAddressing

/// A public name that a private endpoint stands for.
public struct EndpointName: Sendable, Hashable {
  /// The endpoint, as an index of `Estate.privateEndpoints`.
  public let endpoint: Int
  /// In lower case.
  public let name: String
  public let addresses: [IPAddress]
  /// The sub-resource and its member, where the NIC says; nil else.
  public let groupID: String?
  public let member: String?
}
