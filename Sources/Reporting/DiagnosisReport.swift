internal import AzureResources
public import Diagnosis
public import Estate
internal import Findings
public import JSONDocument
public import TerminalText

/// A diagnosis: its verdict, cause and remedy, the path there and back, and what it rests on.
public struct DiagnosisReport: DrawnReport {
  private let diagnosis: Diagnosis
  private let text: SnapshotText

  /// A report of a diagnosis of `estate`.
  public init(_ diagnosis: Diagnosis, of estate: Estate) {
    self.diagnosis = diagnosis
    text = estate.text
  }

  public var json: JSONValue { DiagnosisJSON(diagnosis, text).value }

  /// A row a check.
  public var sheet: Sheet {
    let header = ["Verdict", "Code", "Status", "Summary", "Resource"]
    return Sheet(
      header,
      diagnosis.checks.map { check in
        [
          diagnosis.verdict.rawValue, check.code.rawValue, check.status.rawValue, check.summary,
          check.resource?.text ?? "",
        ]
      })
  }

  /// The paths as a graph in Graphviz's DOT language.
  ///
  /// - Complexity: O(stations).
  public var graph: String { PathGraph(diagnosis).dot }

  public func text(for terminal: Terminal) -> String { DiagnosisText(diagnosis, terminal).text }
}
