internal import CommandLineParsing
internal import HybridConnectivity

/// The options that say which of several observations count.
struct CircuitTimeOptions: SharedOptions {
  static let title = "Time options"

  @Option("Show the tables as they were then, and what changed since") var at: Timestamp?
  @Option(
    "Show what changed since an older snapshot", placeholder: "SNAPSHOT", completion: .files)
  var before: [String]
}
