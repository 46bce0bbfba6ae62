public import IPAddressing
internal import JSONReading

/// A range of public addresses that belongs to one customer.
public struct PublicIPPrefix: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  /// The range; nil where the snapshot doesn't hold it.
  public let prefix: IPPrefix?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    location = json["location"]?.string
    prefix = reader.prefixes("ipPrefix").first
  }
}
