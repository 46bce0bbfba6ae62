internal import JSONReading

/// A network manager's group of networks or subnets.
public struct NetworkGroup: Sendable, Hashable {
  public let id: ResourceID
  /// The members that the snapshot holds as `staticMembers`; nil where it holds none, since members can also come
  /// from policy, which ARM doesn't show.
  public var members: [ResourceID]?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let listed = json.properties["staticMembers"]?.elements.compactMap { $0.properties.reference("resourceId") }
    members = listed?.isEmpty == true ? nil : listed
  }
}
