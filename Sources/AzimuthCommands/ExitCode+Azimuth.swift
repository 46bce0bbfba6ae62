internal import CommandLineParsing

extension ExitCode {
  /// The connection is blocked.
  static let blocked = ExitCode(rawValue: 1)
  /// Input that is missing, broken or ambiguous.
  static let badInput = ExitCode(rawValue: 3)
  /// An error as Azure gives it.
  /// A server, a port or Azure can't be reached, or gives no usable answer.
  static let networkFailure = ExitCode(rawValue: 4)
  static let azureError = ExitCode(rawValue: 4)
  /// The snapshot doesn't hold what would decide.
  static let indeterminate = ExitCode(rawValue: 5)
}
