public import JSONReading

/// That a resource was read, and where its text lies.
public struct ResourceRecord: Sendable, Hashable {
  public let id: ResourceID
  public let source: SourceRange

  package init(id: ResourceID, source: SourceRange) {
    self.id = id
    self.source = source
  }
}
