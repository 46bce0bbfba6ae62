internal import AzureResources
public import Estate
public import Findings
public import JSONDocument
public import TerminalText

/// What a `verify` command found: its verdict, cause and remedy, and every check.
public struct VerificationReport: Report {
  private let verification: Verification
  private let text: SnapshotText

  /// A report of a verification of something in `estate`.
  public init(_ verification: Verification, of estate: Estate) {
    self.verification = verification
    text = estate.text
  }

  public var json: JSONValue { VerificationJSON(verification, text).value }

  /// A row a check.
  public var sheet: Sheet {
    Sheet(
      ["Verdict", "Code", "Status", "Party", "Summary", "Resource"],
      verification.checks.map { check in
        [
          verification.verdict.rawValue, check.code.rawValue, check.status.rawValue, check.party?.rawValue ?? "",
          check.summary, check.resource?.text ?? "",
        ]
      })
  }

  public func text(for terminal: Terminal) -> String { VerificationText(verification, terminal).text() }
}
