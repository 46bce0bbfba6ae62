internal import Auditing
internal import CommandLineParsing

/// Which findings make an audit fail.
enum FailureThreshold: String, Sendable, Hashable, CaseIterable, ArgumentValue {
  case error
  case warning
  case note
  case never

  static var argumentPlaceholder: String { "SEVERITY" }

  /// The least severity that fails; nil where none does.
  var severity: Severity? { Severity(rawValue: rawValue) }

  /// Whether a finding is as severe as that.
  func isReached(by findings: [Finding]) -> Bool {
    guard let severity else { return false }
    return findings.contains { $0.severity >= severity }
  }
}
