import CommandLineParsing

struct CommonOptions: SharedOptions {
  static let title = "Common options"

  @Option(
    "The snapshot to read, a file or a folder", short: "s", placeholder: "PATH", environment: "AZIMUTH_SNAPSHOT",
    completion: .files)
  var snapshot: [String]
  @Option("How the answer is printed", short: "o", placeholder: "FORMAT") var output: OutputFormat = .table
  @Option("Only resources of this group", short: "g", placeholder: "GROUP") var resourceGroup: String?
  @Flag("Say more", short: "v") var verbose: Bool
}
