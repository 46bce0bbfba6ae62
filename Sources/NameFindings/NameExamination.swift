public import Findings
public import NameResolution

/// What a name gives somewhere, and whether that is what it should give.
public struct NameExamination: Sendable, Hashable {
  public let answer: NameAnswer
  /// What was looked at; the first that fails is why the name doesn't lead to its private endpoint.
  public let checks: [Check]

  /// The first fault.
  public var cause: Cause? { checks.first { $0.status == .fail }.map { Cause($0) } }
}
