internal import AzureFacts
internal import CommandLineParsing

/// The options that decide how answers are computed.
struct ComputationOptions: SharedOptions {
  static let title = "Computation options"

  @Option("Use Azure's own tables of this day, such as its system routes; without it the newest") var asOf: Day?
  @Flag("Answer for stopped machines and unattached NICs as if they ran") var evenIfStopped: Bool

  /// The day whose tables count.
  var day: Day { asOf ?? .newest }
}
