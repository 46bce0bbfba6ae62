internal import JSONReading

/// A member of a network group.
public struct StaticMember: Sendable, Hashable {
  public let id: ResourceID
  public let resource: ResourceID?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    resource = reader.reference("resourceId")
  }
}
