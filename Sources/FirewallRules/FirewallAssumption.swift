public import AzureResources

/// What a firewall's decision takes for granted.
public struct FirewallAssumption: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    /// Threat intelligence knows neither end as malicious (E-040).
    case threatIntelligence
    /// The client speaks the protocol that the application rule names on that port (E-043).
    case applicationProtocol
    /// The name is none of those of Azure's own platform, which the firewall lets pass without a rule (E-040).
    case infrastructureNames
    /// What the firewall learned of private ranges doesn't hold the destination (E-046).
    case learnedRanges
  }

  public let kind: Kind
  public let resource: ResourceID
  public let summary: String

  init(_ kind: Kind, _ resource: ResourceID, _ summary: String) {
    self.kind = kind
    self.resource = resource
    self.summary = summary
  }
}
