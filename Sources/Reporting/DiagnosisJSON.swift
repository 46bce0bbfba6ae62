internal import ARMAnswers
internal import AzureResources
internal import Diagnosis
internal import Estate
internal import Filtering
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis
internal import Routing

/// A diagnosis as JSON.
struct DiagnosisJSON {
  private let diagnosis: Diagnosis
  private let text: SnapshotText

  init(_ diagnosis: Diagnosis, _ text: SnapshotText) {
    self.diagnosis = diagnosis
    self.text = text
  }

  var value: JSONValue {
    guard !diagnosis.ways.isEmpty, case .object(var object) = answer else { return answer }
    object["paths"] = .array(diagnosis.ways.map(path))
    return .object(object)
  }

  /// One of several ways that flows take.
  private func path(_ way: AlternativeWay) -> JSONValue {
    guard case .object(var object) = trace(way.forward) else { return .null }
    object["name"] = .string(way.name)
    object["verdict"] = .string(way.verdict.rawValue)
    object["cause"] = way.cause.map { .string($0.rawValue) } ?? .null
    return .object(object)
  }

  private var answer: JSONValue {
    [
      "schemaVersion": 1, "verdict": .string(diagnosis.verdict.rawValue), "question": question,
      "cause": diagnosis.cause.map(cause) ?? .null, "nameResolution": diagnosis.nameResolution.map(resolution) ?? .null,
      "forward": trace(diagnosis.forward), "return": diagnosis.wayBack.map(trace) ?? .null,
      "checks": .array(diagnosis.checks.map(check)), "assumptions": .array(diagnosis.assumptions.map(assumption)),
      "missing": .array(diagnosis.missing.map(missing)), "repair": diagnosis.repair.map(repair) ?? .null,
    ]
  }

  private var question: JSONValue {
    let asked = diagnosis.question
    return [
      "source": .string(EndpointText.identifier(diagnosis.source, asked.source)),
      "sourceAddress": .string(diagnosis.source.address.description),
      "destination": .string(EndpointText.identifier(diagnosis.destination, asked.destination)),
      "destinationAddress": diagnosis.nameResolution?.addresses.isEmpty == true
        ? .null : .string(diagnosis.destination.address.description),
      "port": asked.port.map { .integer(Int64($0)) } ?? .null,
      "protocol": .string(asked.transport.rawValue.uppercased()),
    ]
  }

  private func resolution(_ resolution: NameResolution) -> JSONValue {
    [
      "name": .string(resolution.name),
      "addresses": .array(resolution.addresses.map { .string($0.description) }),
      "steps": .array(
        resolution.steps.map { step in
          [
            "name": .string(step.name), "recordType": .string(step.recordType.rawValue), "value": .string(step.value),
            "answeredBy": .string(step.origin.rawValue), "resourceId": id(step.resource),
          ]
        }),
    ]
  }

  private func cause(_ cause: Cause) -> JSONValue {
    [
      "code": .string(cause.code.rawValue), "layer": .string(cause.code.layer.rawValue),
      "resourceId": id(cause.resource), "detail": detail(cause.detail), "summary": .string(cause.summary),
      "remedy": RemedyJSON.value(cause.remedy),
      "evidence": .array(cause.evidence.map(evidence)),
    ]
  }

  private func repair(_ repair: Repair) -> JSONValue {
    [
      "verdict": .string(repair.verdict.rawValue),
      "steps": .array(
        repair.steps.map { step in
          [
            "code": .string(step.cause.code.rawValue), "resourceId": id(step.cause.resource),
            "summary": .string(step.cause.summary), "remedy": RemedyJSON.value(step.remedy),
          ]
        }), "remaining": repair.remaining.map(cause) ?? .null,
    ]
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

  private func trace(_ trace: Trace) -> JSONValue {
    let outcome =
      switch trace.outcome {
      case .delivered: "delivered"
      case .dropped: "dropped"
      case .unknown: "unknown"
      }
    return ["outcome": .string(outcome), "hops": .array(trace.hops.map(hop))]
  }

  private func hop(_ hop: Hop) -> JSONValue {
    [
      "type": .string(hop.kind.rawValue), "resourceId": id(hop.resource),
      "address": hop.address.map { .string($0.description) } ?? .null, "subnetId": id(hop.subnet),
      "route": hop.route.map(route) ?? .null, "filters": .array(hop.filters.map(passage)),
    ]
  }

  /// A row in ARM's words, with the resource that it comes from.
  private func route(_ route: EffectiveRoute) -> JSONValue {
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

  private func check(_ check: Check) -> JSONValue {
    [
      "code": .string(check.code.rawValue), "status": .string(check.status.rawValue),
      "summary": .string(check.summary), "resourceId": id(check.resource),
      "evidence": .array(check.evidence.map(evidence)), "remedy": check.remedy.map(RemedyJSON.value) ?? .null,
    ]
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
    }
  }

  private func passage(_ passage: FilterPassage) -> JSONValue {
    let access: String
    var rules: [JSONValue] = []
    switch passage.outcome {
    case .established: access = "established"
    case .closedWithoutGroup: access = "deny"
    case .judged(let verdict):
      switch verdict.access {
      case .allow: access = "allow"
      case .deny: access = "deny"
      case .noFilters: access = "noFilters"
      case .unknown: access = "unknown"
      }
      rules = verdict.stages.compactMap { stage in
        guard let decision = stage.decision, case .object(var object) = rule(decision) else { return nil }
        object["networkSecurityGroupId"] = id(stage.group)
        object["appliedTo"] = id(stage.appliedTo)
        return .object(object)
      }
    }
    return [
      "direction": .string(passage.direction.rawValue), "resourceId": id(passage.place), "access": .string(access),
      "rules": .array(rules),
    ]
  }

  private func rule(_ evaluation: RuleEvaluation) -> JSONValue {
    [
      "name": .string(String(evaluation.rule.name)), "priority": .integer(Int64(evaluation.rule.priority)),
      "direction": .string(evaluation.rule.direction.rawValue), "access": .string(evaluation.rule.access.rawValue),
      "isDefault": .bool(evaluation.isDefault),
    ]
  }

  private func assumption(_ assumption: Assumption) -> JSONValue {
    [
      "code": .string(assumption.code.rawValue), "summary": .string(assumption.summary),
      "resourceId": id(assumption.resource),
    ]
  }

  private func missing(_ missing: MissingInput) -> JSONValue {
    [
      "kind": .string(missing.kind.rawValue), "summary": .string(missing.summary),
      "resourceId": id(missing.resource), "command": missing.command.map { .string($0) } ?? .null,
    ]
  }

  private func id(_ id: ResourceID?) -> JSONValue { id.map { .string($0.text) } ?? .null }
}
