internal import AzureResources
internal import Filtering
public import JSONDocument
public import TerminalText

/// Why filters let flows through or don't: every rule met, and why it covers the flow or not.
public struct FlowExplanationReport: Report {
  private let entries: [FlowEntry]
  private let shape: AnswerShape

  public init(_ entries: [FlowEntry], shape: AnswerShape = .bareIfSingle) {
    self.entries = entries
    self.shape = shape
  }

  public var json: JSONValue { shape.json(entries, id: \.id, Self.answer) }

  public var sheet: Sheet {
    let header = ["Resource", "Group", "Applied To", "Priority", "Rule", "Access", "Match", "Reason"]
    return Sheet(
      header,
      entries.flatMap { entry in
        entry.verdict.stages.flatMap { stage in
          stage.evaluations.map { evaluation in
            [
              entry.id.text, stage.group.text, stage.appliedTo.text, "\(evaluation.rule.priority)",
              String(evaluation.rule.name), evaluation.rule.access.rawValue, Self.word(evaluation.match),
              SecurityRuleText.reason(evaluation, entry.flow),
            ]
          }
        }
      })
  }

  public func text(for terminal: Terminal) -> String {
    entries.map { entry in
      let heading = entries.count > 1 ? Heading.text(entry.id, for: terminal) : ""
      let stages = entry.verdict.stages.map { Self.text($0, entry, terminal) }
      return heading + FlowReport.summary(entry).rendered(terminal.colouring) + "\n" + stages.joined()
    }.joined(separator: "\n")
  }

  private static func text(_ stage: FilterStage, _ entry: FlowEntry, _ terminal: Terminal) -> String {
    let result = FilterStageText.result(stage)
    let title =
      StyledText("\(FilterStageText.name(stage))", .emphasis)
      + StyledText(" (\(FilterStageText.kind(stage)) at \(DisplayName.of(stage.appliedTo))): ")
      + StyledText(result.text, result.style)
    var table = TextTable([
      TableColumn("Priority", overflow: .keep), TableColumn("Rule"), TableColumn("Access", overflow: .keep),
      TableColumn("", overflow: .keep, minimumWidth: 7), TableColumn("Why", minimumWidth: 24),
    ])
    for evaluation in stage.evaluations {
      let match = evaluation.match
      let style: Style = match == .yes ? .emphasis : match == .no ? .dim : .warning
      table.append([
        StyledText("\(evaluation.rule.priority)"), StyledText(String(evaluation.rule.name)),
        StyledText(evaluation.rule.access.rawValue), StyledText(word(match), style),
        StyledText(SecurityRuleText.reason(evaluation, entry.flow)),
      ])
    }
    return "\n" + title.rendered(terminal.colouring) + "\n"
      + (stage.evaluations.isEmpty ? "" : table.text(for: terminal))
  }

  private static func word(_ match: Match) -> String {
    switch match {
    case .yes: "matches"
    case .no: "no"
    case .unknown: "unknown"
    }
  }

  private static func answer(_ entry: FlowEntry) -> JSONValue {
    let stages = entry.verdict.stages.map { stage -> JSONValue in
      [
        "kind": .string(stage.kind == .securityAdmin ? "securityAdmin" : "networkSecurityGroup"),
        "groupId": .string(stage.group.text), "appliedTo": .string(stage.appliedTo.text),
        "result": .string(FilterStageText.result(stage).text),
        "rules": .array(stage.evaluations.map { rule($0, entry) }),
      ]
    }
    return [
      "schemaVersion": 1, "resource": .string(entry.id.text), "access": .string(entry.access),
      "ruleName": .string(entry.rule?.qualifiedName ?? ""),
      "ruleId": .string(entry.rule.map { $0.isDefault ? "" : $0.rule.id.text } ?? ""),
      "reason": .string(entry.sentence), "exemption": entry.verdict.exemption.map { .string($0.rawValue) } ?? .null,
      "filters": .array(stages), "missing": .array(entry.verdict.missing.map { .string($0.text) }),
    ]
  }

  private static func rule(_ evaluation: RuleEvaluation, _ entry: FlowEntry) -> JSONValue {
    [
      "name": .string((evaluation.isDefault ? "defaultSecurityRules/" : "securityRules/") + evaluation.rule.name),
      "priority": .integer(Int64(evaluation.rule.priority)), "access": .string(evaluation.rule.access.rawValue),
      "protocolMatched": matched(evaluation.transport), "sourceMatched": matched(evaluation.source),
      "sourcePortMatched": matched(evaluation.sourcePort), "destinationMatched": matched(evaluation.destination),
      "destinationPortMatched": matched(evaluation.destinationPort),
      "reason": .string(SecurityRuleText.reason(evaluation, entry.flow)),
    ]
  }

  /// null where the snapshot or the flow leaves it open.
  private static func matched(_ match: Match) -> JSONValue {
    switch match {
    case .yes: true
    case .no: false
    case .unknown: .null
    }
  }
}
