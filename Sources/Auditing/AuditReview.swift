public import AzureFacts

/// The findings of an audit beside what people decided before: those of a baseline are known, those of suppressions
/// aren't to be told.
public struct AuditReview: Sendable {
  /// How a finding stands.
  public enum Standing: Sendable, Hashable {
    case new
    /// The baseline has it.
    case known
    case suppressed(Suppression)
  }

  public let findings: [(finding: Finding, standing: Standing)]
  /// Suppressions that would have covered a finding, were they not expired.
  public let expired: [Suppression]
  /// Suppressions that cover nothing.
  public let unused: [Suppression]
  /// Whether there was a baseline or a list of suppressions at all.
  public let isReviewed: Bool

  /// - Parameter day: The day that decides what is expired; nil where nobody says.
  /// - Complexity: O(findings × suppressions).
  public init(
    _ findings: [Finding], baseline: Set<FindingKey>? = nil, suppressions: [Suppression] = [], on day: Day? = nil
  ) {
    var used: Set<Suppression> = []
    self.findings = findings.map { finding in
      let covering = suppressions.filter { $0.covers(finding) }
      used.formUnion(covering)
      if let suppression = covering.first(where: { !$0.isExpired(on: day) }) {
        return (finding, .suppressed(suppression))
      }
      return (finding, baseline?.contains(finding.key) == true ? .known : .new)
    }
    expired = suppressions.filter { used.contains($0) && $0.isExpired(on: day) }
    unused = suppressions.filter { !used.contains($0) }
    isReviewed = baseline != nil || !suppressions.isEmpty
  }

  /// The findings that people are to be told of.
  public var new: [Finding] { findings.filter { $0.standing == .new }.map(\.finding) }
}
