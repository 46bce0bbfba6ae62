public import AzureResources

/// What a rule's parts say of a flow, as the NSG diagnostic lists them. A part that the flow leaves open, such as a
/// port, is unknown unless the rule covers all of it or nothing.
public struct RuleEvaluation: Sendable, Hashable {
  public let rule: SecurityRule
  public let isDefault: Bool
  public let transport: Match
  public let source: Match
  public let sourcePort: Match
  public let destination: Match
  public let destinationPort: Match

  /// Whether the whole rule covers the flow.
  public var match: Match { transport.and(source).and(sourcePort).and(destination).and(destinationPort) }
}
