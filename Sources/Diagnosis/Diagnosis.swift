public import Findings
public import NameResolution
public import PathAnalysis
public import Routing

/// The answer to a question: whether the connection works, what stops it first, on what evidence, and what repairs it.
public struct Diagnosis: Sendable {
  public let question: Question
  public let source: LocatedEndpoint
  public let destination: LocatedEndpoint
  public let verdict: Verdict
  /// nil unless the connection is blocked.
  public internal(set) var cause: Cause?
  public let forward: Trace
  /// The way back; nil where nothing is known of the other side's routes.
  public let wayBack: Trace?
  /// Where flows are spread over several ways, all that were followed; `forward` and `wayBack` are those of the first
  /// that is blocked. Empty where there is one way.
  public let ways: [AlternativeWay]
  /// Everything that was looked at, in the order of the path.
  public let checks: [Check]
  public let assumptions: [Assumption]
  public let missing: [MissingInput]
  /// How to repair it, proved step by step; nil where nobody asked for it or nothing was found.
  public internal(set) var repair: Repair?
  /// How the destination's name came to its address; nil where it was named otherwise.
  public internal(set) var nameResolution: NameAnswer?
}
