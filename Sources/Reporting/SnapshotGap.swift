public import AzureResources

/// Something that a snapshot lacks, with the command that collects it.
public struct SnapshotGap: Sendable, Hashable {
  /// What kind of thing is missing.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// What a gateway or Route Server learned over BGP.
    case learnedRoutes
    /// Resources that others refer to.
    case resource
    /// Whether machines run.
    case powerState
    /// The prefixes of service tags.
    case serviceTag
    /// The members of a network manager's groups.
    case groupMembers
    /// Answers of Azure that say how circuits are.
    case observations
  }

  public let kind: Kind
  /// A sentence without a full stop.
  public let summary: String
  /// The resources that are missing or lack something.
  public let resources: [ResourceID]
  /// nil where no command collects it.
  public let command: String?
}
