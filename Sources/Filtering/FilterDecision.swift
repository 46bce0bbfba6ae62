/// What compiled filters do with a packet.
public enum FilterDecision: UInt8, Sendable, Hashable, CaseIterable {
  case allow
  case deny
  /// Nothing filters at the place.
  case noFilters
  /// The compiled form can't tell: ask `FilterEvaluator`, which knows what is missing.
  case undecided
}
