internal import ARMAnswers
internal import Auditing
internal import AzureFacts
internal import AzureResources
internal import Diagnosis
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import Routing

/// A finding as JSON.
enum AuditJSON {
  static func finding(_ finding: Finding, _ places: SnapshotPlaces) -> JSONValue {
    [
      "code": .string(finding.code.rawValue), "severity": .string(finding.severity.rawValue),
      "status": .string(finding.status.rawValue), "summary": .string(finding.summary),
      "resourceId": .string(finding.resource.text),
      "evidence": .array(finding.evidence.map { evidence($0, places) }),
      "remedy": [
        "summary": .string(finding.remedy.summary), "commands": .array(finding.remedy.commands.map { .string($0) }),
      ],
    ]
  }

  /// A finding with why it isn't told.
  static func suppressed(_ finding: Finding, _ suppression: Suppression, _ places: SnapshotPlaces) -> JSONValue {
    guard var object = self.finding(finding, places).members else { return .null }
    object["reason"] = .string(suppression.reason)
    object["expires"] = suppression.expires.map { .string("\($0)") } ?? .null
    return .object(object)
  }

  /// A property's place is the line in its file; findings quote no rules.
  private static func evidence(_ evidence: Evidence, _ places: SnapshotPlaces) -> JSONValue {
    let place: JSONValue = evidence.source.flatMap { places[$0] }.map { .string("\($0.path):\($0.line)") } ?? .null
    switch evidence {
    case .property(let owner, let name, let value, _):
      return [
        "kind": "property", "resourceId": .string(owner.text), "property": .string(name), "value": .string(value),
        "place": place,
      ]
    case .observation(let owner, let call, let value, let time, _):
      return [
        "kind": "observation", "resourceId": owner.map { .string($0.text) } ?? .null, "call": .string(call),
        "value": .string(value), "observedAt": time.map { .string($0) } ?? .null, "place": place,
      ]
    case .route(let route):
      return [
        "kind": "route", "resourceId": route.origin.resource.map { .string($0.text) } ?? .null,
        "route": EffectiveRouteJSON.row(route, disableBgpRoutePropagation: false),
      ]
    case .rule: return .null
    }
  }
}
