/// How the counts of both MSEEs in a private-peering packet-count test read.
///
/// - Source: `packet-counts.tsv`, row by row; "Verify ExpressRoute connectivity", where it says so, else inference.
public struct PacketCountReading: Sendable, Hashable {
  /// A word for programs: `healthy`, `one-msee-silent`, `return-path-azure`, ...
  public let verdict: String
  public let severity: ReadingSeverity
  public let points: [NetworkPoint]
  /// Who has to act, in the table's words.
  public let owner: String
  public let meaning: String
  public let nextActions: [String]
  public let source: String

  /// Whether Microsoft's guide says it; else it is inferred from how routing works.
  public var isDocumented: Bool { source != "derived" }

  /// The reading of a combination.
  ///
  /// - Parameter direction: nil where nobody says which side ran the probe: the guide's general sentences then, where they
  ///   speak of the combination; else the reading from on-premises, which is that from Azure as well.
  public static func of(
    _ direction: ProbeDirection?, primary: PassedPackets, secondary: PassedPackets
  ) -> PacketCountReading {
    let key = "\(direction?.rawValue ?? "unknown"):\(primary.code)/\(secondary.code)"
    if let reading = index[key] { return reading }
    guard let reading = index["\(ProbeDirection.fromOnPremises.rawValue):\(primary.code)/\(secondary.code)"] else {
      preconditionFailure("packet-counts.tsv has no row for \(key)")
    }
    return reading
  }

  private static let index: [String: PacketCountReading] = Dictionary(
    FactRows.packetCounts.rows.compactMap { row in
      guard row.count == 10, let severity = ReadingSeverity(rawValue: String(row[4])) else { return nil }
      let reading = PacketCountReading(
        verdict: String(row[3]), severity: severity, points: FactRows.points(row[5]), owner: String(row[6]),
        meaning: String(row[7]), nextActions: FactRows.list(row[8]), source: String(row[9]))
      return ("\(row[0]):\(row[1])/\(row[2])", reading)
    }, uniquingKeysWith: { first, _ in first })
}
