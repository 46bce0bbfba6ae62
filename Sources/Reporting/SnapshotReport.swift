internal import AzureResources
public import JSONDocument
public import TerminalText

/// What a snapshot holds and lacks.
public struct SnapshotReport: Report {
  private let survey: SnapshotSurvey

  /// A report of a survey.
  public init(_ survey: SnapshotSurvey) { self.survey = survey }

  public var json: JSONValue {
    [
      "schemaVersion": 1, "files": .array(survey.files.map { .string($0) }),
      "resourceCount": .integer(Int64(survey.resourceCount)),
      "resources": .array(
        survey.resources.map { ["type": .string($0.name), "count": .integer(Int64($0.count))] }),
      "observations": .array(survey.observations.map(Self.json)),
      "serviceTags": .integer(Int64(survey.serviceTags)),
      "unrecognizedElements": .integer(Int64(survey.unrecognizedElements)),
      "findings": .array(survey.findings.map(Self.json)), "missing": .array(survey.gaps.map(Self.json)),
    ]
  }

  private static func json(_ observation: SnapshotSurvey.ObservationCount) -> JSONValue {
    [
      "action": .string(observation.action), "count": .integer(Int64(observation.count)),
      "oldest": observation.oldest.map { .string($0) } ?? .null,
      "newest": observation.newest.map { .string($0) } ?? .null,
    ]
  }

  private static func json(_ finding: SnapshotSurvey.Finding) -> JSONValue {
    [
      "kind": .string(finding.kind), "resourceId": .string(finding.resource), "summary": .string(finding.summary),
      "places": .array(finding.places.map { .string($0) }),
    ]
  }

  private static func json(_ gap: SnapshotGap) -> JSONValue {
    [
      "kind": .string(gap.kind.rawValue), "summary": .string(gap.summary),
      "resources": .array(gap.resources.map { .string($0.text) }),
      "command": gap.command.map { .string($0) } ?? .null,
    ]
  }

  /// A row a line of the answer: what it is, its name, its number, and its words.
  public var sheet: Sheet {
    var rows = survey.resources.map { ["resource", $0.name, String($0.count), ""] }
    rows += survey.observations.map { ["observation", $0.action, String($0.count), Self.range($0)] }
    rows += survey.findings.map { ["finding", $0.resource, "1", $0.summary] }
    rows += survey.gaps.map { ["missing", $0.kind.rawValue, String(max(1, $0.resources.count)), $0.summary] }
    return Sheet(["Section", "Name", "Count", "Detail"], rows)
  }

  public func text(for terminal: Terminal) -> String {
    var types = TextTable([TableColumn("Type"), TableColumn("Count", alignment: .right, overflow: .keep)])
    for type in survey.resources { types.append([type.name, String(type.count)]) }
    types.append([StyledText("all", .emphasis), StyledText(String(survey.resourceCount), .emphasis)])
    var parts = [files(terminal), types.text(for: terminal)]
    if !survey.observations.isEmpty { parts.append(observations(terminal)) }
    if let others { parts.append(others) }
    if !survey.findings.isEmpty { parts.append(findings(terminal)) }
    parts.append(gaps(terminal))
    return parts.joined(separator: "\n")
  }

  /// The files by name; of many the first and the last.
  private func files(_ terminal: Terminal) -> String {
    let files = survey.files
    let names = files.count <= 4 ? files.joined(separator: ", ") : "\(files[0]) to \(files[files.count - 1])"
    let line = StyledText("\(files.count) file\(files.count == 1 ? "" : "s"): ", .emphasis) + StyledText(names)
    return line.rendered(terminal.colouring) + "\n"
  }

  private static func range(_ observation: SnapshotSurvey.ObservationCount) -> String {
    guard let oldest = observation.oldest, let newest = observation.newest else { return "no time recorded" }
    return oldest == newest ? oldest : "\(oldest) to \(newest)"
  }

  private func observations(_ terminal: Terminal) -> String {
    var table = TextTable([
      TableColumn("Observation"), TableColumn("Count", alignment: .right, overflow: .keep), TableColumn("Observed at"),
    ])
    for observation in survey.observations {
      table.append([observation.action, String(observation.count), Self.range(observation)])
    }
    return table.text(for: terminal)
  }

  private var others: String? {
    var parts: [String] = []
    if survey.serviceTags > 0 { parts.append("service tags: \(survey.serviceTags)") }
    if survey.unrecognizedElements > 0 {
      parts.append("elements that are neither resource nor observation: \(survey.unrecognizedElements)")
    }
    return parts.isEmpty ? nil : parts.map { $0.prefix(1).uppercased() + $0.dropFirst() + "\n" }.joined()
  }

  private func findings(_ terminal: Terminal) -> String {
    let lines = survey.findings.map { finding in
      let places = finding.places.isEmpty ? "" : finding.places.joined(separator: ", ") + ": "
      return StyledText("  " + places, .dim) + StyledText(finding.summary)
    }
    return Self.list("Findings", lines, terminal)
  }

  private func gaps(_ terminal: Terminal) -> String {
    guard !survey.gaps.isEmpty else {
      return StyledText("Nothing that routes depend on is missing.", .success).rendered(terminal.colouring) + "\n"
    }
    let lines = survey.gaps.flatMap { gap in
      [StyledText("  " + gap.summary)] + (gap.command.map { [StyledText("    " + $0, .dim)] } ?? [])
    }
    return Self.list("Missing", lines, terminal)
  }

  private static func list(_ heading: String, _ lines: [StyledText], _ terminal: Terminal) -> String {
    ([StyledText(heading, .emphasis)] + lines).map { $0.rendered(terminal.colouring) + "\n" }.joined()
  }
}
