internal import AzureResources
internal import IPAddressing

/// A rule at a place, with what its tags and groups stand for there.
public struct ResolvedRule: Sendable, Hashable {
  let access: SecurityRuleAccess
  let boxes: [FlowBox]
  /// Whether the boxes are all that the rule covers: a tag may hold more than the snapshot tells.
  public let isComplete: Bool

  /// What stands for no group at all: everything passes.
  public static let everything = ResolvedRule(
    access: .allow,
    boxes: [
      FlowBox(
        sources: .all, destinations: .all, transports: Set(SecurityRuleProtocol.allCases).subtracting([.any]),
        sourcePorts: .any, destinationPorts: .any)
    ], isComplete: true)

  /// What a list of rules, in their order, allows within some boxes. What no rule covers is denied.
  ///
  /// - Returns: nil where the answer would fall into more than `limit` pieces.
  public static func allowed(
    by rules: [ResolvedRule], within boxes: [FlowBox], limit: Int = 2_000
  ) -> [FlowBox]? {
    var open = boxes
    var allowed: [FlowBox] = []
    for rule in rules where !open.isEmpty {
      for box in rule.boxes {
        if rule.access != .deny { allowed += open.compactMap { $0.intersection(box) } }
        open = open.flatMap { $0.subtracting(box) }
        guard open.count + allowed.count <= limit else { return nil }
      }
    }
    return allowed
  }

  /// The boxes of the rules that only one of two lists has: elsewhere both do the same.
  public static func differing(_ before: [ResolvedRule], _ after: [ResolvedRule]) -> [FlowBox] {
    let (old, new) = (Set(before), Set(after))
    var boxes: [FlowBox] = []
    for box in (before.filter { !new.contains($0) } + after.filter { !old.contains($0) }).flatMap(\.boxes) {
      // Every flow once.
      boxes += box.subtracting(boxes)
    }
    return boxes
  }
}
