public import AzureResources

/// Something that a firewall's decision depends on and the snapshot or the question lacks.
public struct FirewallGap: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    /// A policy, a rule collection group or an IP group, or a part of one that can't be read.
    case resource
    /// The prefixes of a service tag.
    case serviceTag
    /// The name that the client asks for, or what a name resolves to.
    case name
    /// What Microsoft's lists of names hold: FQDN tags and web categories.
    case nameList
    /// The destination port.
    case port
  }

  public let kind: Kind
  /// The resource that is missing or unclear; nil where it isn't a resource.
  public let resource: ResourceID?
  /// What is missing, in words.
  public let summary: String
  /// The command that would collect it.
  public let command: String?

  init(_ kind: Kind, _ resource: ResourceID?, _ summary: String, command: String? = nil) {
    self.kind = kind
    self.resource = resource
    self.summary = summary
    self.command = command
  }
}
