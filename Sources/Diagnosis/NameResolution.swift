public import IPAddressing
public import Routing

/// What DNS answers for a name, as far as a snapshot tells.
public struct NameResolution: Sendable, Hashable {
  /// The name, in lower case and without a dot at its end.
  public let name: String
  /// The records on the way, in order.
  public internal(set) var steps: [NameStep] = []
  /// The addresses; empty where the snapshot doesn't hold the answer.
  public internal(set) var addresses: [IPAddress] = []
  /// What would be needed for an answer; nil where there is one.
  public internal(set) var missing: MissingInput?
}
