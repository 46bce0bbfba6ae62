internal import JSONReading

/// Security admin rules that apply to the same network groups.
public struct SecurityAdminRuleCollection: Sendable, Hashable {
  public let id: ResourceID
  public let networkGroups: [ResourceID]
  public var rules: [SecurityAdminRule]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    networkGroups = json.properties["appliesToGroups"]?.elements.compactMap { $0.reference("networkGroupId") } ?? []
    rules = reader.children("rules", type: "rules") { SecurityAdminRule($0, id: $1, reader: &$2) }
  }
}
