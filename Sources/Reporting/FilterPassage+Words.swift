internal import AzureResources
internal import Filtering
internal import PathAnalysis

extension FilterPassage {
  /// What the filters do and by which rule, in the few words that fit beside a station; nil where nothing filters.
  var words: String? {
    let way = direction == .inbound ? "in" : "out"
    switch outcome {
    // Answers pass wherever their request did: that goes without saying.
    case .established: return nil
    case .closedWithoutGroup(let address): return "\(way): \(address.name) is closed without a network security group"
    case .judged(let verdict):
      if case .unknown(let what) = verdict.access { return "\(way): unknown without \(what)" }
      guard let rule = verdict.decidingRule else { return nil }
      let does = verdict.access == .deny ? "denies" : "allows"
      return "\(way): \(rule.name) (\(rule.priority)) of \(rule.group.name) \(does)"
    }
  }

  /// Why the packet doesn't pass.
  var refusal: String {
    switch outcome {
    case .established: "it is let through"
    case .closedWithoutGroup(let address): "\(address.name) is closed without a network security group"
    case .judged(let verdict):
      verdict.decidingRule.map { "rule \($0.name) (\($0.priority)) of \($0.group.name) denies it" }
        ?? "the filters at \(place.name) deny it"
    }
  }
}
