public import AzureResources
public import JSONReading

/// Which call an observation answers, and when and where it was recorded.
public struct ObservationStamp: Sendable, Hashable {
  /// The circuit or gateway that was asked.
  public let resource: ResourceID
  /// The peering as the call named it; nil for calls about a whole circuit or a gateway.
  public let peeringName: String?
  public let path: DevicePath?
  /// nil where the record doesn't say, or says it in a way that can't be read.
  public let observedAt: Timestamp?
  /// Where in the snapshot's text the record lies; `SnapshotText.place(of:)` gives file and line.
  public let source: SourceRange
  /// Whether the user gave the answer besides the snapshot, as a pasted text: it is newer than what the snapshot holds.
  public let isSupplied: Bool
  /// The observation's place among the snapshot's.
  public let position: Int

  /// The type of the peering.
  public var peering: PeeringType? { peeringName.flatMap { PeeringType(name: $0) } }

  /// Whether this one is the older one: by time, and without times by place in the snapshot. What has no time is older
  /// than what has.
  func precedes(_ other: ObservationStamp) -> Bool {
    if isSupplied != other.isSupplied { return other.isSupplied }
    return switch (observedAt, other.observedAt) {
    case (let left?, let right?) where left != right: left < right
    case (nil, .some): true
    case (.some, nil): false
    default: position < other.position
    }
  }
}
