public import AzureResources
public import PathAnalysis
public import Routing

/// What came of checking one resource from end to end, as the `verify` commands answer.
public struct Verification: Sendable, Hashable {
  public let resource: ResourceID
  public let verdict: HealthVerdict
  /// The first check that failed; nil unless the resource is faulty.
  public let cause: Cause?
  /// Everything that was looked at, in the order of the walk.
  public let checks: [Check]
  public let assumptions: [Assumption]
  public let missing: [MissingInput]

  /// Draws the verdict from the checks: the first that fails is the cause. Without one, a check that could not be made
  /// (`unknown`) leaves the verdict indeterminate; one that doesn't apply (`skipped`) and a warning don't.
  public init(
    of resource: ResourceID, checks: [Check], assumptions: [Assumption] = [], missing: [MissingInput] = []
  ) {
    self.resource = resource
    self.checks = checks
    self.assumptions = assumptions
    self.missing = missing
    cause = checks.first { $0.status == .fail }.map { Cause($0) }
    verdict =
      if cause != nil { .faulty } else if checks.contains(where: { $0.status == .unknown }) { .indeterminate } else {
        .healthy
      }
  }
}
