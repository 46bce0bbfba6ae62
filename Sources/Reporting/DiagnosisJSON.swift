internal import ARMAnswers
internal import AzureResources
internal import Diagnosis
internal import Estate
internal import Filtering
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import NameResolution
internal import PathAnalysis
internal import Routing

/// A diagnosis as JSON.
struct DiagnosisJSON {
  private let diagnosis: Diagnosis
  private let findings: FindingsJSON

  init(_ diagnosis: Diagnosis, _ text: SnapshotText) {
    self.diagnosis = diagnosis
    findings = FindingsJSON(text)
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
      "cause": diagnosis.cause.map(findings.cause) ?? .null,
      "nameResolution": diagnosis.nameResolution.map { NameAnswerJSON.value($0) } ?? .null,
      "forward": trace(diagnosis.forward), "return": diagnosis.wayBack.map(trace) ?? .null,
      "checks": .array(diagnosis.checks.map(findings.check)),
      "assumptions": .array(diagnosis.assumptions.map(findings.assumption)),
      "missing": .array(diagnosis.missing.map(findings.missing)), "repair": diagnosis.repair.map(repair) ?? .null,
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

  private func repair(_ repair: Repair) -> JSONValue {
    [
      "verdict": .string(repair.verdict.rawValue),
      "steps": .array(
        repair.steps.map { step in
          [
            "code": .string(step.cause.code.rawValue), "resourceId": findings.id(step.cause.resource),
            "summary": .string(step.cause.summary), "remedy": RemedyJSON.value(step.remedy),
          ]
        }), "remaining": repair.remaining.map(findings.cause) ?? .null,
    ]
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
      "type": .string(hop.kind.rawValue), "resourceId": findings.id(hop.resource),
      "address": hop.address.map { .string($0.description) } ?? .null, "subnetId": findings.id(hop.subnet),
      "route": hop.route.map(findings.route) ?? .null, "filters": .array(hop.filters.map(passage)),
    ]
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
        guard let decision = stage.decision, case .object(var object) = findings.rule(decision) else { return nil }
        object["networkSecurityGroupId"] = findings.id(stage.group)
        object["appliedTo"] = findings.id(stage.appliedTo)
        return .object(object)
      }
    }
    return [
      "direction": .string(passage.direction.rawValue), "resourceId": findings.id(passage.place),
      "access": .string(access),
      "rules": .array(rules),
    ]
  }

}
