import CommandLineParsing

extension Completion {
  /// Names from the snapshot; with `--snapshot empty` there are none.
  static let names = Completion.dynamic { (context: SampleContext, request: CompletionRequest) in
    request.values(of: "snapshot") == ["empty"] ? [] : context.names.map { CompletionCandidate($0, "a machine") }
  }
}
