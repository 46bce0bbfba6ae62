internal import ARMAnswers
public import AzureFacts
internal import AzureResources
internal import Filtering
public import JSONDocument
public import TerminalText

/// Effective security rules, a table for each group.
public struct SecurityRulesReport: Report {
  private let entries: [SecurityRulesEntry]
  private let day: Day
  private let shape: AnswerShape

  /// - Parameter day: The day whose habits of Azure count.
  public init(_ entries: [SecurityRulesEntry], on day: Day, shape: AnswerShape = .bareIfSingle) {
    self.entries = entries
    self.day = day
    self.shape = shape
  }

  /// ARM's `effectiveNetworkSecurityGroups` answer: `{"value": [...]}`.
  public var json: JSONValue {
    shape.json(entries, id: \.id) { EffectiveSecurityGroupJSON.answer($0.groups, on: day) }
  }

  public var sheet: Sheet {
    let header = [
      "Resource", "Group", "Applied To", "Direction", "Priority", "Name", "Access", "Protocol", "Source",
      "Source Ports", "Destination", "Destination Ports", "Default",
    ]
    return Sheet(
      header,
      entries.flatMap { entry in
        entry.groups.flatMap { group in
          group.rules.map { rule, isDefault in
            [entry.id.text, group.group.text, group.appliedTo.text] + Self.cells(rule)
              + [isDefault ? "true" : "false"]
          }
        }
      })
  }

  public func text(for terminal: Terminal) -> String {
    entries.map { entry in
      let heading = entries.count > 1 ? Heading.text(entry.id, for: terminal) : ""
      guard !entry.groups.isEmpty else {
        let lack = entry.missing.isEmpty ? "No network security group applies: nothing filters." : ""
        return heading + lack + (lack.isEmpty ? "" : "\n")
      }
      // People read in the order in which rules decide; ARM lists security admin rules last.
      let ordered =
        entry.groups.filter { $0.kind == .securityAdmin } + entry.groups.filter { $0.kind != .securityAdmin }
      return heading + ordered.map { Self.text($0, terminal) }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private static func text(_ group: EffectiveSecurityGroup, _ terminal: Terminal) -> String {
    let kind = group.kind == .securityAdmin ? "security admin configuration of" : "network security group at"
    let title =
      StyledText(DisplayName.of(group.group), .emphasis) + StyledText(" (\(kind) \(DisplayName.of(group.appliedTo)))")
    var table = TextTable([
      TableColumn("Direction", overflow: .keep), TableColumn("Priority", overflow: .keep), TableColumn("Name"),
      TableColumn("Access", overflow: .keep), TableColumn("Protocol", overflow: .keep),
      TableColumn("Source", priority: 1), TableColumn("Source ports", priority: 2),
      TableColumn("Destination", priority: 1), TableColumn("Destination ports", priority: 1),
    ])
    for (rule, isDefault) in group.rules {
      let style: Style = isDefault ? .dim : .plain
      var cells = cells(rule).map { StyledText($0, style) }
      cells[3] = StyledText(rule.access.rawValue, rule.access == .deny ? .error : .success)
      table.append(cells)
    }
    return title.rendered(terminal.colouring) + "\n" + table.text(for: terminal)
  }

  private static func cells(_ rule: SecurityRule) -> [String] {
    [
      rule.direction.rawValue, "\(rule.priority)", String(rule.name), rule.access.rawValue,
      SecurityRuleText.transport(rule.transport), SecurityRuleText.scope(rule.source),
      SecurityRuleText.ports(rule.sourcePorts), SecurityRuleText.scope(rule.destination),
      SecurityRuleText.ports(rule.destinationPorts),
    ]
  }
}
