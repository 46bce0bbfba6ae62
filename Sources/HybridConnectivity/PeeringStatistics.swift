package import JSONDocument

/// Bytes that a peering, or a whole circuit, carried. "In" is taken as entering Microsoft, as Azure Monitor's metrics
/// have it; the answer itself doesn't say.
///
/// The counters only grow: what tells is the difference of two.
public struct PeeringStatistics: TableContent, Hashable {
  public let primaryBytesIn: Int64?
  public let primaryBytesOut: Int64?
  public let secondaryBytesIn: Int64?
  public let secondaryBytesOut: Int64?

  package init?(_ answer: JSONValue) {
    // PowerShell gives a list of one.
    let json = answer.elements?.first ?? answer
    guard json.members != nil, json["error"] == nil else { return nil }
    primaryBytesIn = json.integer("primaryBytesIn")
    primaryBytesOut = json.integer("primaryBytesOut")
    secondaryBytesIn = json.integer("secondaryBytesIn")
    secondaryBytesOut = json.integer("secondaryBytesOut")
    guard [primaryBytesIn, primaryBytesOut, secondaryBytesIn, secondaryBytesOut].contains(where: { $0 != nil }) else {
      return nil
    }
  }

  /// Bytes that came in from the customer over a path.
  public func bytesIn(_ path: DevicePath) -> Int64? { path == .primary ? primaryBytesIn : secondaryBytesIn }

  /// Bytes that went out to the customer over a path.
  public func bytesOut(_ path: DevicePath) -> Int64? { path == .primary ? primaryBytesOut : secondaryBytesOut }
}
