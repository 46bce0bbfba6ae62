public import AzureResources

/// The first thing that stops a connection.
public struct Cause: Sendable, Hashable {
  public let code: CheckCode
  /// The resource to look at, or to change.
  public let resource: ResourceID?
  /// Names and values that belong to the cause, for programs.
  public let detail: [Detail]
  public let summary: String
  public package(set) var remedy: Remedy
  public let evidence: [Evidence]
  /// Who can change it; nil where it is the customer's own configuration in Azure.
  public let party: ResponsibleParty?

  public init(
    code: CheckCode, resource: ResourceID?, detail: [Detail], summary: String, remedy: Remedy, evidence: [Evidence],
    party: ResponsibleParty? = nil
  ) {
    self.code = code
    self.resource = resource
    self.detail = detail
    self.summary = summary
    self.remedy = remedy
    self.evidence = evidence
    self.party = party
  }

  /// What a failed check says, as the first thing that stops a connection.
  public init(_ check: Check) {
    self.init(
      code: check.code, resource: check.resource, detail: check.detail, summary: check.summary,
      remedy: check.remedy ?? Remedy("nothing of Azure's configuration repairs it"), evidence: check.evidence,
      party: check.party)
  }

  /// A name with its value.
  public struct Detail: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }
}
