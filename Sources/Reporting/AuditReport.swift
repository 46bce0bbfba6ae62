public import Auditing
internal import AzureResources
internal import Diagnosis
public import Estate
public import JSONDocument
public import TerminalText

/// The findings of an audit.
public struct AuditReport: Report {
  private let findings: [Finding]
  private let places: SnapshotPlaces

  /// A report of findings in `estate`.
  public init(_ findings: [Finding], of estate: Estate) {
    self.findings = findings
    places = SnapshotPlaces(findings, of: estate)
  }

  public var json: JSONValue {
    ["schemaVersion": 1, "findings": .array(findings.map { AuditJSON.finding($0, places) })]
  }

  /// A row a finding.
  public var sheet: Sheet {
    let header = ["Severity", "Code", "Status", "Summary", "Resource", "Remedy"]
    return Sheet(
      header,
      findings.map { finding in
        [
          finding.severity.rawValue, finding.code.rawValue, finding.status.rawValue, finding.summary,
          finding.resource.text, finding.remedy.summary,
        ]
      })
  }

  public func text(for terminal: Terminal) -> String { AuditText(findings, terminal).text }
}
