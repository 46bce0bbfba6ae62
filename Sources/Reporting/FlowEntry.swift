public import AzureResources
public import Filtering

/// What the filters at one NIC do with a flow.
public struct FlowEntry: Sendable {
  /// The NIC.
  public let id: ResourceID
  public let flow: Flow
  public let direction: TrafficDirection
  public let verdict: FilterVerdict

  public init(_ id: ResourceID, _ flow: Flow, _ direction: TrafficDirection, _ verdict: FilterVerdict) {
    self.id = id
    self.flow = flow
    self.direction = direction
    self.verdict = verdict
  }

  /// `Allow`, `Deny` or `Unknown`, as IP flow verify says it.
  var access: String {
    switch verdict.access {
    case .allow, .noFilters: "Allow"
    case .deny: "Deny"
    case .unknown: "Unknown"
    }
  }

  /// The rule that decides; nil where none does, or several may.
  var rule: DecidingRule? { verdict.decidingRule.flatMap { $0.hasAlternatives ? nil : $0 } }

  /// The answer in a sentence without its full stop.
  var sentence: String {
    switch verdict.access {
    case .noFilters:
      return verdict.exemption?.sentence ?? "no network security group is attached to the NIC or its subnet"
    case .unknown(let what): return "it depends on \(what)"
    case .allow, .deny:
      guard let decided = verdict.decidingRule else {
        return verdict.exemption?.sentence ?? "every rule that may decide says so"
      }
      let owner = decided.isAdmin ? "security admin configuration" : "network security group"
      let place = "\(owner) \(DisplayName.of(decided.group)), at \(DisplayName.of(decided.appliedTo))"
      guard !decided.hasAlternatives else { return "several rules may decide, and all of them say so" }
      return "by \(decided.isDefault ? "default rule" : "rule") \(decided.name) of \(place)"
    }
  }
}
