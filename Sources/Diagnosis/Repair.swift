public import Findings

/// The whole way from a blocked connection to one that works: the remedy of the first cause, then that of the next.
public struct Repair: Sendable, Hashable {
  public let steps: [Step]
  /// What the diagnosis says after all steps.
  public let verdict: Verdict
  /// What still stops the connection: no change of configuration was found for it.
  public let remaining: Cause?

  /// A cause with the remedy that was proved for it.
  public struct Step: Sendable, Hashable {
    public let cause: Cause
    public let remedy: Remedy
  }

  /// How many causes are repaired one after the other at most.
  public static let stepLimit = 8
}
