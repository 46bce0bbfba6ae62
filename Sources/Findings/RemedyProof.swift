public import AzureResources

/// What came of applying a remedy to a copy of the estate and asking the same question again.
public enum RemedyProof: Sendable, Hashable {
  /// Nobody asked for it, or there is nothing to apply.
  case notTried
  /// The connection then works.
  case works
  /// The cause is gone, and nothing else stops the connection, as far as the snapshot tells.
  case clears
  /// The cause is gone, and the next one on the path shows.
  case goesOn(next: CheckCode, ResourceID?)
  /// The cause stays, or another takes its place before it.
  case fails

  /// Whether the cause is gone after the changes.
  public var isProven: Bool {
    switch self {
    case .works, .clears, .goesOn: true
    case .notTried, .fails: false
    }
  }
}
