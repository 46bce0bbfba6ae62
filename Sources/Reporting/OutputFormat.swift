/// How an answer is printed.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  /// For people.
  case table
  /// For programs; the shapes are part of the interface.
  case json
  /// Comma-separated values with a heading (RFC 4180).
  case csv
  /// Tab-separated values without a heading, as `az` prints them.
  case tsv
  case yaml
  /// Nothing: for the exit code alone.
  case none
  /// A picture; only answers that are a path have one.
  case svg
}
