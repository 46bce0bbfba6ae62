internal import JSONReading

/// A region's network watcher.
public struct NetworkWatcher: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    location = json["location"]?.string
  }
}
