internal import CommandLineParsing

/// The circuit as the command line names it.
enum CircuitName {
  /// The one name that is given, as an argument or with `--ids`; nil for none.
  static func one(of argument: String?, _ scope: ScopeOptions) throws(UsageError) -> String? {
    let all = [argument].compactMap { $0 } + scope.ids
    guard all.count < 2 else { throw UsageError("one circuit at a time: \(all.count) are named") }
    return all.first
  }
}
