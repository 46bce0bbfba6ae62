internal import CommandLineParsing
internal import Reporting
internal import TerminalText

/// The options that every command takes.
struct CommonOptions: SharedOptions {
  static let title = "Common options"

  @Option(
    "The snapshot: a file, a folder of files, or - for standard input", placeholder: "PATH",
    environment: "AZIMUTH_SNAPSHOT", completion: .files)
  var snapshot: [String]
  @Option(
    "Azure's service tags: its file to download, or what az network list-service-tags prints", placeholder: "FILE",
    environment: "AZIMUTH_SERVICE_TAGS", completion: .files)
  var serviceTags: [String]
  @Option("How the answer is printed", short: "o") var output: OutputFormat = .table
  @Option("When to colour: on a terminal unless NO_COLOR is set, or always, or never")
  var color: ColourChoice = .automatic

  /// - Throws: where a picture is asked for of an answer that has none.
  func refusePicture() throws(UsageError) {
    guard output == .svg else { return }
    throw UsageError("-o svg draws a path: only `azimuth diagnose` has one")
  }
}
