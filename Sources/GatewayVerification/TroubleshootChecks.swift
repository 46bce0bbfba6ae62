internal import AzureResources
internal import Estate
internal import Findings
internal import HybridConnectivity

/// What Network Watcher's VPN troubleshoot said, in words.
struct TroubleshootChecks {
  private let subject: GatewaySubject

  init(_ subject: GatewaySubject) { self.subject = subject }

  var ofGateway: [Check] {
    subject.catalog.troubleshootResult(of: subject.gateway.id).map { Self.checks($0, subject.gateway.id) }
      ?? failure(subject.gateway.id)
  }

  var ofConnections: [Check] {
    subject.connections.flatMap { connection in
      subject.catalog.troubleshootResult(of: connection.id).map { Self.checks($0, connection.id) }
        ?? failure(connection.id)
    }
  }

  /// Somebody asked, and Azure had no result: that says nothing of the target.
  private func failure(_ target: ResourceID) -> [Check] {
    let asked = subject.catalog.troubleshootResults.last { result in
      result.target.map { (subject.estate.resolve($0) ?? $0) == target } ?? false
    }
    guard let asked else { return [] }
    return [
      Check(
        .troubleshootFault, .skipped,
        "Network Watcher had no result for \(target.name): \(asked.error ?? "the diagnosis hadn't ended")", target,
        [Self.evidence(asked, asked.error ?? "no result")])
    ]
  }

  /// Each finding of a result as a check of its target.
  static func checks(_ result: TroubleshootResult, _ target: ResourceID) -> [Check] {
    let kind = result.targetKind.rawValue
    guard !result.findings.isEmpty else {
      let isHealthy = result.code?.lowercased() == "healthy"
      return [
        Check(
          .troubleshootFault, isHealthy ? .pass : .unknown,
          "Network Watcher says \(result.code ?? "nothing") of \(kind) \(target.name)", target,
          [evidence(result, result.code ?? "no result")])
      ]
    }
    return result.explained.map { finding, code in
      let meaning = code?.meaning ?? finding.summary ?? "a code that Azimuth doesn't know"
      let summary = "Network Watcher says \(finding.id) of \(kind) \(target.name): \(meaning)"
      let evidence = [evidence(result, "\(result.code ?? ""): \(finding.id). \(finding.summary ?? "")")]
      guard code?.isFault ?? (result.code?.lowercased() != "healthy") else {
        return Check(.troubleshootFault, .pass, summary, target, evidence)
      }
      return Check(
        .troubleshootFault, .fail, summary, target, evidence,
        detail: [.init("troubleshootCode", finding.id)] + finding.actions.map { .init("recommendedAction", $0) },
        party: code?.party,
        remedy: Remedy(code?.action ?? finding.actions.first ?? "do what Azure's own advice says"))
    }
  }

  private static func evidence(_ result: TroubleshootResult, _ value: String) -> Evidence {
    .observation(
      result.target, call: "troubleshoot", value: value, at: result.endTime ?? result.observedAt, source: result.source)
  }
}
