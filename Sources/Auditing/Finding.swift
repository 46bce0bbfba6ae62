public import AzureResources
public import Findings

/// A fault that a check found in the configuration, whether or not anybody asked for a connection through it.
public struct Finding: Sendable, Hashable {
  public let code: CheckCode
  public let severity: Severity
  /// A sentence without a full stop.
  public let summary: String
  /// The resource to change.
  public let resource: ResourceID
  public let evidence: [Evidence]
  public let remedy: Remedy

  public init(
    _ code: CheckCode, _ severity: Severity, _ summary: String, _ resource: ResourceID, _ evidence: [Evidence] = [],
    remedy: Remedy
  ) {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.resource = resource
    self.evidence = evidence
    self.remedy = remedy
  }

  /// `fail` for what certainly breaks something.
  public var status: Check.Status { severity == .error ? .fail : .warning }

  /// The order of an audit: what matters most first, then by code and resource.
  static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    if left.code != right.code { return left.code.rawValue < right.code.rawValue }
    if left.resource != right.resource { return left.resource < right.resource }
    return left.summary < right.summary
  }
}
