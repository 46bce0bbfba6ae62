public import AzureResources

/// Something that the snapshot lacks and that an answer would need.
public struct MissingInput: Sendable, Hashable {
  /// What kind of thing is missing.
  public enum Kind: String, Sendable, Hashable {
    /// What a gateway learned over BGP.
    case learnedRoutes
    /// A resource that another one refers to.
    case resource
    /// The prefixes of a service tag.
    case serviceTag
    /// A property that could not be read.
    case property
    /// An answer of Azure that nobody recorded, such as a circuit's ARP table.
    case observation
  }

  public let kind: Kind
  /// The resource that is missing or lacks something; nil for a service tag.
  public let resource: ResourceID?
  /// What is missing, in a sentence.
  public let summary: String
  /// The command that would collect it.
  public let command: String?

  public init(_ kind: Kind, _ resource: ResourceID?, _ summary: String, command: String?) {
    self.kind = kind
    self.resource = resource
    self.summary = summary
    self.command = command
  }
}
