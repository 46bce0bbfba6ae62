public import JSONDocument
public import TerminalText

/// An answer that can be printed in every form.
public protocol Report: Sendable {
  /// The answer for programs.
  var json: JSONValue { get }
  /// The answer as rows.
  var sheet: Sheet { get }
  /// The answer for people, each line ended.
  func text(for terminal: Terminal) -> String
  /// The answer in one form, as it goes to standard output; empty for a picture, which another program draws.
  func rendered(as format: OutputFormat, for terminal: Terminal) -> String
}

extension Report {
  /// The form's own text.
  ///
  /// - Complexity: O(size of the text).
  public func rendered(as format: OutputFormat, for terminal: Terminal) -> String {
    switch format {
    case .table: text(for: terminal)
    case .json: JSONWriter.text(json) + "\n"
    case .yaml: YAMLWriter.text(json)
    case .csv: DelimitedText.csv.text(header: sheet.header, rows: sheet.rows)
    case .tsv: DelimitedText.tsv.text(rows: sheet.rows)
    case .none, .svg: ""
    }
  }
}
