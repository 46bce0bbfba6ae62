/// A place in one direction: the compiled filters in the order in which they are asked.
struct CompiledSite: Sendable {
  /// Where the filters' numbers start.
  let stages: Int32
  /// How many of them are security admin rules, which come first.
  var adminCount: Int16 = 0
  var groupCount: Int16 = 0
  let isOutbound: Bool
  /// Whether something is missing here, so that only the evaluator can tell.
  var needsEvaluator = false

  init(stages: Int32, isOutbound: Bool) {
    self.stages = stages
    self.isOutbound = isOutbound
  }
}
