internal import AzureResources
internal import Estate
internal import Filtering
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis
internal import Routing

/// Checks, causes and what they rest on as JSON, in the shapes that all answers share.
struct FindingsJSON {
  private let text: SnapshotText

  /// - Parameter text: The snapshot's, in which evidence has its place.
  init(_ text: SnapshotText) { self.text = text }

  func cause(_ cause: Cause) -> JSONValue {
    var object = JSONObject([
      ("code", .string(cause.code.rawValue)), ("layer", .string(cause.code.layer.rawValue)),
      ("resourceId", id(cause.resource)), ("detail", detail(cause.detail)), ("summary", .string(cause.summary)),
      ("remedy", RemedyJSON.value(cause.remedy)), ("evidence", .array(cause.evidence.map(evidence))),
    ])
    if let party = cause.party { object["party"] = .string(party.rawValue) }
    return .object(object)
  }

  /// Names with their values; a name that occurs again has a list of values.
  private func detail(_ details: [Cause.Detail]) -> JSONValue {
    var object = JSONObject()
    for detail in details {
      switch object[detail.name] {
      case nil: object[detail.name] = .string(detail.value)
      case .array(let values): object[detail.name] = .array(values + [.string(detail.value)])
      case .some(let value): object[detail.name] = .array([value, .string(detail.value)])
      }
    }
    return .object(object)
  }

  /// A row in ARM's words, with the resource that it comes from.
  func route(_ route: EffectiveRoute) -> JSONValue {
    var object = JSONObject()
    if let name = route.name { object["name"] = .string(name) }
    object["source"] = .string(route.source.rawValue)
    object["state"] = .string(route.state.rawValue)
    object["addressPrefix"] = .array(route.addressPrefixes.map { .string($0.description) })
    object["nextHopType"] = .string(route.nextHopType.rawValue)
    object["nextHopIpAddress"] = .array(route.nextHopAddresses.map { .string($0.description) })
    object["resourceId"] = id(route.origin.resource)
    return .object(object)
  }

  func check(_ check: Check) -> JSONValue {
    var object = JSONObject([
      ("code", .string(check.code.rawValue)), ("status", .string(check.status.rawValue)),
      ("summary", .string(check.summary)), ("resourceId", id(check.resource)),
      ("evidence", .array(check.evidence.map(evidence))), ("remedy", check.remedy.map(RemedyJSON.value) ?? .null),
    ])
    if !check.detail.isEmpty { object["detail"] = detail(check.detail) }
    if let party = check.party { object["party"] = .string(party.rawValue) }
    return .object(object)
  }

  private func evidence(_ evidence: Evidence) -> JSONValue {
    switch evidence {
    case .route(let route):
      return ["kind": "route", "resourceId": id(route.origin.resource), "route": self.route(route)]
    case .rule(let evaluation, let group, let place, let source):
      return [
        "kind": "securityRule", "resourceId": id(group), "rule": rule(evaluation), "appliedTo": id(place),
        "place": source.map { .string(text.place(of: $0)) } ?? .null,
      ]
    case .property(let owner, let name, let value, let source):
      return [
        "kind": "property", "resourceId": id(owner), "property": .string(name), "value": .string(value),
        "place": source.map { .string(text.place(of: $0)) } ?? .null,
      ]
    case .observation(let owner, let call, let value, let time, let source):
      return [
        "kind": "observation", "resourceId": id(owner), "call": .string(call), "value": .string(value),
        "observedAt": time.map { .string($0) } ?? .null, "place": source.map { .string(text.place(of: $0)) } ?? .null,
      ]
    }
  }

  func rule(_ evaluation: RuleEvaluation) -> JSONValue {
    [
      "name": .string(String(evaluation.rule.name)), "priority": .integer(Int64(evaluation.rule.priority)),
      "direction": .string(evaluation.rule.direction.rawValue), "access": .string(evaluation.rule.access.rawValue),
      "isDefault": .bool(evaluation.isDefault),
    ]
  }

  func assumption(_ assumption: Assumption) -> JSONValue {
    [
      "code": .string(assumption.code.rawValue), "summary": .string(assumption.summary),
      "resourceId": id(assumption.resource),
    ]
  }

  func missing(_ missing: MissingInput) -> JSONValue {
    [
      "kind": .string(missing.kind.rawValue), "summary": .string(missing.summary),
      "resourceId": id(missing.resource), "command": missing.command.map { .string($0) } ?? .null,
    ]
  }

  func id(_ id: ResourceID?) -> JSONValue { id.map { .string($0.text) } ?? .null }
}
