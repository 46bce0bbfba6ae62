internal import AzureResources

/// A security rule that never matches, since earlier ones take all that it would.
struct RuleShadow: Sendable {
  /// The first rule that takes all of it, or several that do so together, by priority.
  let earlier: [SecurityRule]
  let later: SecurityRule

  /// Whether none of the others does what the rule would.
  var isContradiction: Bool { earlier.allSatisfy { $0.access != later.access } }

  /// The rule for everything that the rule is behind.
  var total: SecurityRule? { earlier.count == 1 && earlier[0].isTotal ? earlier[0] : nil }

  /// The rules of one direction that never match.
  ///
  /// - Parameter rules: Rules of one direction by priority.
  /// - Complexity: O(rules²), but nearly all pairs are told apart by their outlines.
  static func shadows(_ rules: [SecurityRule], _ cover: RuleCover) -> [RuleShadow] {
    let outlines = rules.map(RuleOutline.init)
    return rules.indices.compactMap { position in
      let later = outlines[position]
      var isReached = false
      for earlier in 0..<position {
        guard let misses = outlines[earlier].misses(later) else { continue }
        if misses.isEmpty, cover.covers(rules[earlier], rules[position]) {
          return RuleShadow(earlier: [rules[earlier]], later: rules[position])
        }
        isReached = isReached || RuleSides.each.contains { misses.isSubset(of: $0) }
      }
      guard isReached else { return nil }
      return RuleSides.each.lazy.compactMap { together(position, rules, outlines, $0, cover) }.first
    }
  }

  /// Earlier rules that differ on one side alone, and together take all that the rule would there.
  private static func together(
    _ position: Int, _ rules: [SecurityRule], _ outlines: [RuleOutline], _ side: RuleSides, _ cover: RuleCover
  ) -> RuleShadow? {
    let later = rules[position]
    guard var rest = cover.part(of: later, side) else { return nil }
    var taking: [SecurityRule] = []
    for earlier in 0..<position {
      guard let misses = outlines[earlier].misses(outlines[position]), misses.isSubset(of: side),
        let part = cover.part(of: rules[earlier], side), rest.overlaps(part),
        cover.covers(rules[earlier], later, besides: side)
      else { continue }
      taking.append(rules[earlier])
      rest = rest.subtracting(part)
      if rest.isEmpty { return RuleShadow(earlier: taking, later: later) }
    }
    return nil
  }
}
