public import AzureResources

/// A private DNS zone, the networks that it is linked to and its records.
public struct PrivateZone: Sendable {
  public let id: ResourceID
  public let name: DomainName
  /// The links, each with its network as an index of `Estate.virtualNetworks` where the snapshot holds that.
  public internal(set) var links: [ZoneLink] = []
  var records = ZoneRecords()
  /// Record sets that the snapshot holds, of whatever type.
  var heldSets = 0
  /// `numberOfRecordSets`, the one of the zone's own SOA among them; nil where the snapshot doesn't say.
  var statedSets: Int?

  /// Whether the snapshot holds all records: as many as the zone says, or any where it doesn't say. A list of zones
  /// comes without their records.
  public var isComplete: Bool { statedSets.map { heldSets >= $0 - 1 } ?? (heldSets > 0) }

  /// The records of a relative name, `@` for the zone's own, as they stand in the zone.
  public func records(at relative: String) -> [RecordSet] { records.sets(at: relative.lowercased()) }

  /// The link to a network that is in force, or the one that isn't yet.
  public func link(toNetwork network: Int) -> ZoneLink? {
    let found = links.filter { $0.network == network }
    return found.first(where: \.isComplete) ?? found.first
  }
}
