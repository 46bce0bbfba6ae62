internal import CommandLineParsing
internal import Reporting

/// How an audit is printed: as every answer, or for the tools that collect findings.
enum AuditFormat: String, Sendable, Hashable, CaseIterable, ArgumentValue {
  case table, json, csv, tsv, yaml, sarif, junit, none

  static var argumentPlaceholder: String { "FORMAT" }

  /// The form that every answer has; nil for those of audits alone.
  var common: OutputFormat? { OutputFormat(rawValue: rawValue) }
}
