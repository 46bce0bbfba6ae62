internal import CommandLineParsing
internal import HybridConnectivity

/// The options that bring pasted tables of a circuit.
struct CircuitTableOptions: SharedOptions {
  static let title = "Table options"

  @Option(
    "Tables of the primary path, as PowerShell, the CLI or the portal print them; - for standard input",
    placeholder: "FILE", completion: .files)
  var primary: [String]
  @Option("Tables of the secondary path", placeholder: "FILE", completion: .files) var secondary: [String]
  @Option(
    "Tables that are of no path (circuit, peering, statistics) or name it themselves", placeholder: "FILE",
    completion: .files)
  var table: [String]

  /// Whether any text is given.
  var isEmpty: Bool { primary.isEmpty && secondary.isEmpty && table.isEmpty }

  /// The files with the path that each is for.
  var files: [(name: String, path: DevicePath?)] {
    primary.map { ($0, .primary) } + secondary.map { ($0, .secondary) } + table.map { ($0, nil) }
  }
}
