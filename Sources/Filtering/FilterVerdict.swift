public import AzureResources

/// What the filters at a place do with a flow.
public struct FilterVerdict: Sendable, Hashable {
  public typealias Access = FilterAccess

  /// The filters in the order in which Azure asks them, up to the first that denies: security admin rules, then groups.
  public let stages: [FilterStage]
  /// Groups that are attached, and subnets that may have one, that the snapshot lacks; rules that could not be read.
  public let missing: [ResourceID]
  /// Why filters that are configured were passed over; nil where all of them count.
  public let exemption: FilterExemption?
  public let access: FilterAccess

  /// The stage that settles the answer: the first that denies, or allows whatever comes, else the last that allows.
  /// nil where nothing filters or the answer is unknown.
  public var decidingStage: FilterStage? {
    switch access {
    case .noFilters, .unknown: return nil
    case .deny: return stages.first { if case .denied = $0.outcome { true } else { false } }
    case .allow:
      let always = stages.first { if case .alwaysAllowed = $0.outcome { true } else { false } }
      return always ?? stages.last { $0.decision != nil }
    }
  }

  /// The rule that settles the answer.
  public var decidingRule: DecidingRule? { decidingStage.flatMap(DecidingRule.init) }
}
