public import Findings

/// What a code of Network Watcher's VPN troubleshoot means.
///
/// - Source: `vpn-troubleshoot-codes.tsv`, row by row.
public struct TroubleshootCode: Sendable, Hashable {
  /// As Azure writes it.
  public let id: String
  public let isFault: Bool
  /// Who can act; nil where nobody has to.
  public let party: ResponsibleParty?
  public let meaning: String
  public let action: String

  /// What Network Watcher looked at.
  public enum Target: String, Sendable, Hashable {
    case gateway
    case connection
  }

  /// The code with this id; case and blanks don't matter, as the documentation itself isn't of one mind. nil for one
  /// that nobody documented.
  public static func explained(_ id: some StringProtocol, of target: Target) -> TroubleshootCode? {
    all["\(target.rawValue)/\(folded(id))"]
  }

  private static func folded(_ id: some StringProtocol) -> String { id.lowercased().filter { $0.isLetter } }

  private static let all: [String: TroubleshootCode] = Dictionary(
    uniqueKeysWithValues: GatewayFactTable.troubleshootCodes.rows.filter { $0.count == 7 }.map { row in
      let code = TroubleshootCode(
        id: String(row[1]), isFault: row[2] == "yes", party: ResponsibleParty(rawValue: String(row[3])),
        meaning: String(row[4]), action: String(row[5]))
      return ("\(row[0])/\(folded(row[1]))", code)
    })
}
