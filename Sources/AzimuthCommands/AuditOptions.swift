internal import AzureFacts
internal import CommandLineParsing

/// The options that decide how an audit is computed.
struct AuditOptions: SharedOptions {
  static let title = "Computation options"

  @Option("Use Azure's own tables of this day, such as its system routes; without it the newest") var asOf: Day?

  /// The day whose tables count.
  var day: Day { asOf ?? .newest }
}
