/// Why a peer can't have an autonomous system number, or what follows from it.
///
/// - Source: `peer-asns.tsv`, row by row.
public struct PeerASNFault: Sendable, Hashable {
  /// Whether it can't work, is reserved, or merely has consequences.
  public enum Severity: String, Sendable, Hashable {
    case error, warning, note
  }

  public let severity: Severity
  public let reason: String
  public let source: String

  /// What there is to say about a number; nil for an ordinary one.
  ///
  /// - Parameter isMicrosoftPeering: Whether the number is a Microsoft peering's, where private ones have consequences.
  public static func of(_ number: UInt32, isMicrosoftPeering: Bool) -> PeerASNFault? {
    for row in FactRows.peerASNs.rows where row.count == 6 {
      guard let first = UInt32(row[0]), let last = UInt32(row[1]), (first...last).contains(number),
        row[2] == "any" || isMicrosoftPeering, let severity = Severity(rawValue: String(row[3]))
      else { continue }
      return PeerASNFault(severity: severity, reason: String(row[4]), source: String(row[5]))
    }
    return nil
  }
}
