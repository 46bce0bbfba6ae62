public import AzureResources
public import Estate
internal import HybridConnectivity
internal import JSONDocument
public import JSONReading

/// A recorded answer of Network Watcher's `troubleshoot` or `queryTroubleshootResult`.
///
/// - Source: VPN semantics B.5; recorded answers.
public struct TroubleshootResult: Sendable, Hashable {
  /// The gateway or connection that was looked at; nil where the record's body doesn't say.
  public let target: ResourceID?
  /// `Healthy` or `UnHealthy`; nil while there is no result.
  public let code: String?
  public let findings: [Finding]
  public let startTime: String?
  public let endTime: String?
  public let observedAt: String?
  /// Where the snapshot holds the record.
  public let source: SourceRange
  /// The error that Azure answered with in place of a result.
  public let error: String?

  /// One thing that Network Watcher found.
  public struct Finding: Sendable, Hashable {
    public let id: String
    public let summary: String?
    public let detail: String?
    /// Azure's own advice, sentence by sentence.
    public let actions: [String]
  }

  /// nil for an observation of another call.
  public init?(_ observation: Observation, in estate: Estate) {
    guard ["troubleshoot", "querytroubleshootresult"].contains(observation.action),
      let record = estate.text.value(at: observation.source)
    else { return nil }
    let answer = record[observation.responseKey] ?? .null
    target = record["body"]?.text("targetResourceId").flatMap { ResourceID($0) }
    let failure = answer["error"]
    error = failure.map { "\($0.text("code") ?? "\(observation.status)"): \($0.text("message") ?? "no message")" }
    code = answer.text("code")
    startTime = answer.text("startTime")
    endTime = answer.text("endTime")
    observedAt = observation.observedAt
    source = observation.source
    findings = answer.list("results").compactMap { result in
      guard let id = result.text("id") else { return nil }
      return Finding(
        id: id, summary: result.text("summary"), detail: result.text("detail"),
        actions: result.list("recommendedActions").compactMap { $0.text("actionText") })
    }
  }

  /// Whether the answer says anything: one that is still running, or that failed, has neither code nor results.
  public var isResult: Bool { code != nil || !findings.isEmpty }

  /// What kind of thing was looked at.
  public var targetKind: TroubleshootCode.Target { target?.kind == .connection ? .connection : .gateway }

  /// What the codes mean, each with the row that explains it.
  public var explained: [(finding: Finding, code: TroubleshootCode?)] {
    findings.map { ($0, TroubleshootCode.explained($0.id, of: targetKind)) }
  }
}
