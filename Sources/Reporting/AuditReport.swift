public import Auditing
internal import AzureResources
internal import Diagnosis
public import Estate
public import Findings
public import JSONDocument
public import TerminalText

/// The findings of an audit.
public struct AuditReport: Report {
  private let review: AuditReview
  private let findings: [Finding]
  private let estate: Estate

  /// A report of reviewed findings in `estate`: of those that are new.
  public init(_ review: AuditReview, of estate: Estate) {
    self.review = review
    findings = review.new
    self.estate = estate
  }

  /// Found for the forms that print places only: it is a pass over the whole text.
  private var places: SnapshotPlaces { SnapshotPlaces(review.findings.map(\.finding), of: estate) }

  public var json: JSONValue {
    let places = places
    var object = JSONObject([
      ("schemaVersion", 1), ("findings", .array(findings.map { AuditJSON.finding($0, places) })),
    ])
    if review.isReviewed {
      object["known"] = .array(
        review.findings.filter { $0.standing == .known }.map { AuditJSON.finding($0.finding, places) })
      object["suppressed"] = .array(
        review.findings.compactMap { finding, standing in
          guard case .suppressed(let suppression) = standing else { return nil }
          return AuditJSON.suppressed(finding, suppression, places)
        })
    }
    return .object(object)
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

  public func text(for terminal: Terminal) -> String { AuditText(review, terminal).text }

  /// The findings as SARIF 2.1.0, for code-scanning tools.
  public func sarif(version: String) -> String {
    JSONWriter.text(SARIFLog(review, places, version: version).value) + "\n"
  }

  /// The findings as JUnit XML, for build servers: a finding as severe as `threshold` is a failed test.
  ///
  /// - Parameter codes: The checks that were run.
  public func junit(of codes: [CheckCode], failingFrom threshold: Severity?) -> String {
    JUnitReport(review, codes, threshold).text
  }
}
