/// How one state of ExpressRoute reads: what it means, where it lies, who acts, what to do next.
///
/// - Source: `readings.tsv`, row by row.
public struct Reading: Sendable, Hashable {
  /// The tables that readings come from.
  public enum Table: String, Sendable, Hashable, CaseIterable {
    /// The ARP table of one peering and path.
    case arp
    /// The route-table summary's row of the customer's edge.
    case edgeBGP = "mseeBgp"
    /// Both paths beside each other.
    case pair = "pairRules"
    case circuitState
    case provisioningState
    case peeringState
    case advertisedPublicPrefixesState
    case authorizationUseStatus
    case circuitConnectionStatus
    case points
    /// Symptoms and the network points they lead to.
    case symptoms
    /// Byte counters.
    case statistics = "stats"
    /// A gateway's connection.
    case connection
  }

  public let table: Table
  public let id: String
  /// A word for programs; empty where the table has none.
  public let verdict: String
  public let severity: ReadingSeverity?
  public let points: [NetworkPoint]
  /// The network points where the provider routes (any-to-any); empty where they are the same.
  public let routedPoints: [NetworkPoint]
  /// Who has to act, in the table's words; empty where nobody has to.
  public let owner: String
  public let meaning: String
  public let nextActions: [String]
  public let source: String

  /// The reading of a row by its id; nil for an id that the table doesn't have.
  public static func of(_ table: Table, _ id: String) -> Reading? { index[Key(table: table, id: id)] }

  /// All readings of a table, in its order.
  ///
  /// - Complexity: O(readings).
  public static func all(of table: Table) -> [Reading] { all.filter { $0.table == table } }

  private struct Key: Hashable {
    let table: Table
    let id: String
  }

  private static let all: [Reading] = FactRows.readings.rows.compactMap { row in
    guard row.count == 10, let table = Table(rawValue: String(row[0])) else { return nil }
    return Reading(
      table: table, id: String(row[1]), verdict: String(row[2]), severity: ReadingSeverity(rawValue: String(row[3])),
      points: FactRows.points(row[4]), routedPoints: FactRows.points(row[5]), owner: String(row[6]),
      meaning: String(row[7]), nextActions: FactRows.list(row[8]), source: String(row[9]))
  }

  private static let index: [Key: Reading] = Dictionary(
    all.map { (Key(table: $0.table, id: $0.id), $0) }, uniquingKeysWith: { first, _ in first })
}
