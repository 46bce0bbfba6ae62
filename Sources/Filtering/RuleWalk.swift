internal import AzureResources

/// One filter's rules, asked in order, for all parts of a flow at once.
struct RuleWalk {
  private let flow: Flow
  private var open: [FlowRegion]
  private(set) var closed: [FlowRegion] = []
  private var evaluations: [RuleEvaluation] = []
  /// The rules that decide, or may, for a part of the flow.
  private var certain: [RuleEvaluation] = []
  private var uncertain: [RuleEvaluation] = []
  private var reason: String?

  /// - Parameter regions: The parts of the flow that are still on their way.
  init(_ flow: Flow, _ regions: [FlowRegion]) {
    self.flow = flow
    open = regions
  }

  var isDecided: Bool { open.isEmpty }

  /// Asks the next rule.
  mutating func ask(_ evaluation: RuleEvaluation) {
    evaluations.append(evaluation)
    let addresses = evaluation.source.and(evaluation.destination)
    guard addresses != .no, open.contains(where: { $0.isMet(by: evaluation.rule) }) else { return }
    let step = FlowRegion.Step(evaluation.rule.access)
    var rest: [FlowRegion] = []
    var isMet = false
    for region in open {
      let (inside, outside) = region.cut(by: evaluation.rule)
      rest += outside
      guard var inside else { continue }
      isMet = true
      inside.possible.insert(step)
      if case .unknown(let what) = addresses {
        reason = reason ?? what
        rest.append(inside)
      } else {
        closed.append(inside)
      }
    }
    open = rest
    guard isMet else { return }
    if addresses == .yes { certain.append(evaluation) } else { uncertain.append(evaluation) }
  }

  /// Ends the walk: what no rule covers is passed on.
  func stage(_ kind: FilterStage.Kind, _ group: ResourceID, _ place: ResourceID) -> (FilterStage, [FlowRegion]) {
    var regions = closed
    for var region in open {
      region.possible.insert(.pass)
      regions.append(region)
    }
    let union = regions.reduce(FlowRegion.Step()) { $0.union($1.possible) }
    let first = certain.first ?? uncertain.first
    let outcome: FilterStage.Outcome =
      switch (union, first) {
      case (.allow, let rule?): .allowed(by: rule)
      case (.deny, let rule?): .denied(by: rule)
      case (.alwaysAllow, let rule?): .alwaysAllowed(by: rule)
      case (.pass, _): .passed
      default: .unknown(reason ?? openPart)
      }
    let others = (certain + uncertain).filter { $0 != first }
    let stage = FilterStage(
      kind: kind, group: group, appliedTo: place, evaluations: evaluations, outcome: outcome, alternatives: others)
    return (stage, regions.flatMap { $0.advanced(isAdmin: kind == .securityAdmin) })
  }

  /// What of the flow was left open.
  private var openPart: String {
    if flow.transport == .any { return "the protocol" }
    return flow.destinationPort == nil ? "the destination port" : "the source port"
  }
}
