public import AzureResources

/// One thing that was looked at, and how it stands.
public struct Check: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable {
    case pass, fail, warning, skipped, unknown
  }

  public let code: CheckCode
  public let status: Status
  public let summary: String
  /// The resource that was looked at.
  public let resource: ResourceID?
  public let evidence: [Evidence]
  /// Names and values that belong to the check, for programs.
  public let detail: [Cause.Detail]
  /// Who can change it; nil where it is the customer's own configuration in Azure, or where nothing has to change.
  public let party: ResponsibleParty?
  /// What makes a warning go away; nil where nothing of the configuration does, and for a cause, which has its own.
  public let remedy: Remedy?

  public init(
    _ code: CheckCode, _ status: Status, _ summary: String, _ resource: ResourceID? = nil, _ evidence: [Evidence] = [],
    detail: [Cause.Detail] = [], party: ResponsibleParty? = nil, remedy: Remedy? = nil
  ) {
    self.remedy = remedy
    self.code = code
    self.status = status
    self.summary = summary
    self.resource = resource
    self.evidence = evidence
    self.detail = detail
    self.party = party
  }
}
