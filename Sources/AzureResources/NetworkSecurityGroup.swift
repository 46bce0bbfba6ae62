internal import JSONReading

/// A network security group: the filter of subnets and NICs.
public struct NetworkSecurityGroup: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  /// The rules that people wrote, in the order of the resource. The default rules are the same in every group.
  public var securityRules: [SecurityRule]

  /// What of the group and its rules could not be read.
  package let issues: [ResourceIssue]

  init(_ json: JSONCursor, id: ResourceID, _ rules: inout SecurityRuleReader) {
    self.id = id
    location = json["location"]?.string
    var reader = ResourceReader(json, owner: id)
    let group = SecurityRuleReader.Group(id)
    securityRules = reader.children("securityRules", type: "securityRules") {
      rules.rule($0, of: group)
    } plain: {
      SecurityRule($0, id: $1, reader: &$2)
    }
    issues = reader.issues
  }
}
