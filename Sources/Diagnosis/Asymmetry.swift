internal import PathAnalysis

/// The two ways of a connection that don't pass the same stateful devices.
struct Asymmetry {
  let there: Trace
  let back: Trace
  /// Stations with a device that sees only requests.
  let onlyThere: [Hop]
  /// Stations with a device that sees only answers.
  let onlyBack: [Hop]
}
