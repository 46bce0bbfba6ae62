package import JSONReading

/// A network security group: the filter of subnets and NICs.
public struct NetworkSecurityGroup: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  /// The rules that people wrote, in the order of the resource. The default rules are the same in every group.
  public var securityRules: [SecurityRule]

  package init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    location = json["location"]?.string
    securityRules = reader.children("securityRules", type: "securityRules") { SecurityRule($0, id: $1, reader: &$2) }
  }
}
