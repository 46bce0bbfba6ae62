internal import AzureResources
internal import Filtering
public import JSONDocument
public import TerminalText

/// Whether filters let flows through, as IP flow verify tells it.
public struct FlowReport: Report {
  private let entries: [FlowEntry]
  private let shape: AnswerShape

  public init(_ entries: [FlowEntry], shape: AnswerShape = .bareIfSingle) {
    self.entries = entries
    self.shape = shape
  }

  /// ARM's `ipFlowVerify` answer; rule name and id are empty where no rule decides, or several may.
  public var json: JSONValue {
    shape.json(entries, id: \.id) { entry in
      [
        "access": .string(entry.access), "ruleName": .string(entry.rule?.qualifiedName ?? ""),
        "ruleId": .string(entry.rule.map { $0.isDefault ? "" : $0.rule.id.text } ?? ""),
      ]
    }
  }

  public var sheet: Sheet {
    let isKeyed = shape == .keyed || entries.count > 1
    let header = ["Access", "Rule Name", "Rule ID", "Priority", "Group", "Applied To"]
    let rows = entries.map { entry in
      let rule = entry.rule
      return (isKeyed ? [entry.id.text] : []) + [
        entry.access, rule?.qualifiedName ?? "", rule.map { $0.isDefault ? "" : $0.rule.id.text } ?? "",
        rule.map { "\($0.priority)" } ?? "", rule?.group.text ?? "", rule?.appliedTo.text ?? "",
      ]
    }
    return Sheet((isKeyed ? ["Resource"] : []) + header, rows)
  }

  public func text(for terminal: Terminal) -> String {
    entries.map { entry in
      let heading = entries.count > 1 ? Heading.text(entry.id, for: terminal) : ""
      return heading + Self.summary(entry).rendered(terminal.colouring) + "\n" + Self.stages(entry, terminal)
    }.joined(separator: "\n")
  }

  /// The answer in one line.
  static func summary(_ entry: FlowEntry) -> StyledText {
    let style: Style =
      switch entry.access {
      case "Allow": .success
      case "Deny": .error
      default: .warning
      }
    return StyledText(entry.access, style) + StyledText(": \(entry.sentence).")
  }

  private static func stages(_ entry: FlowEntry, _ terminal: Terminal) -> String {
    guard !entry.verdict.stages.isEmpty else { return "" }
    var table = TextTable([
      TableColumn("Filter"), TableColumn("Applied to", priority: 1), TableColumn("Result", overflow: .keep),
      TableColumn("Rule"), TableColumn("Priority", overflow: .keep),
    ])
    for stage in entry.verdict.stages {
      let word = FilterStageText.result(stage)
      let rule = stage.alternatives.isEmpty ? stage.decision : nil
      table.append([
        StyledText(FilterStageText.name(stage)), StyledText(DisplayName.of(stage.appliedTo)),
        StyledText(word.text, word.style), StyledText(rule.map { String($0.rule.name) } ?? ""),
        StyledText(rule.map { "\($0.rule.priority)" } ?? ""),
      ])
    }
    return "\n" + table.text(for: terminal)
  }
}
