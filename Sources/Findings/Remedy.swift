public import Remediation

/// What repairs a cause.
public struct Remedy: Sendable, Hashable {
  public let summary: String
  /// The changes of configuration that do it; empty where none does.
  public let changes: [Change]
  /// Commands that show more, where no change of configuration repairs the cause.
  public let lookups: [String]
  /// What came of applying the changes to a copy of the estate.
  public package(set) var proof = RemedyProof.notTried

  /// What else the changes open or lead another way; nil where they were not tried.
  public package(set) var opens: Opening?

  public init(_ summary: String, _ changes: [Change], lookups: [String] = []) {
    self.summary = summary
    self.changes = changes
    self.lookups = lookups
  }

  public init(_ summary: String, _ lookups: [String] = []) { self.init(summary, [], lookups: lookups) }

  /// Commands of the Azure CLI; empty where no command does it, or where the changes were tried and didn't.
  public var commands: [String] { (proof == .fails ? [] : changes.flatMap(\.commands)) + lookups }
}
