internal import AzureFacts
internal import CommandLineParsing
internal import Reporting
internal import TerminalText

/// The common options, with the forms that an audit has besides.
struct AuditOptions: SharedOptions {
  static let title = "Common options"

  @Option(
    "The snapshot: a file, a folder of files, or - for standard input", placeholder: "PATH",
    environment: "AZIMUTH_SNAPSHOT", completion: .files)
  var snapshot: [String]
  @Option("How the answer is printed; sarif is SARIF 2.1.0, junit is JUnit XML", short: "o")
  var output: AuditFormat = .table
  @Option("When to colour: on a terminal unless NO_COLOR is set, or always, or never")
  var color: ColourChoice = .automatic
  @Option("Use Azure's own tables of this day, such as its system routes; without it the newest") var asOf: Day?

  /// The day whose tables count.
  var day: Day { asOf ?? .newest }

  /// The same as other commands have them.
  var common: CommonOptions {
    let options = CommonOptions()
    options.snapshot = snapshot
    options.output = output.common ?? .none
    options.color = color
    return options
  }
}
