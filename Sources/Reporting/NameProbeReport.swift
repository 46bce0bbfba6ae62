internal import AzureResources
internal import DNSMessages
internal import IPAddressing
public import JSONDocument
public import ProbeRecords
public import Probing
public import TerminalText

/// Answers of DNS servers, and what they mean.
public struct NameProbeReport: Report {
  /// An answer with its reading.
  public struct Entry: Sendable {
    public let answer: DNSAnswer
    public let reading: NameReading

    public init(_ answer: DNSAnswer, _ reading: NameReading) {
      self.answer = answer
      self.reading = reading
    }
  }

  private let entries: [Entry]

  public init(_ entries: [Entry]) { self.entries = entries }

  public var json: JSONValue {
    let rows = entries.map { entry -> JSONValue in
      var object = entry.answer.json.members ?? JSONObject()
      let reading = entry.reading
      object["reading"] = [
        "meaning": .string(reading.meaning.rawValue), "summary": .string(reading.summary),
        "isRight": reading.isRight.map { .bool($0) } ?? .null,
        "expected": .array(reading.expected.map { .string("\($0)") }),
        "privateEndpoints": .array(reading.endpoints.map { .string($0.text) }),
      ]
      return .object(object)
    }
    return ["schemaVersion": 1, "answers": .array(rows)]
  }

  /// A row a record; one row for an answer without records.
  public var sheet: Sheet {
    let header = [
      "Name", "Type", "Server", "Outcome", "Response Code", "Time in ms", "Owner", "Record Type", "TTL", "Value",
      "Meaning",
    ]
    return Sheet(
      header,
      entries.flatMap { entry -> [[String]] in
        let answer = entry.answer
        let lead = [
          answer.question.name, "\(answer.question.type)", "\(answer.server)", answer.outcome.code,
          answer.responseCode.map { "\($0)" } ?? "", "\(answer.duration.roundedMilliseconds)",
        ]
        let links = answer.aliases + answer.records
        let cells = links.map { [$0.owner, "\($0.type)", "\($0.ttl)", $0.value] }
        return (cells.isEmpty ? [["", "", "", ""]] : cells).map { lead + $0 + [entry.reading.meaning.rawValue] }
      })
  }

  public func text(for terminal: Terminal) -> String {
    let shown = entries.filter { !isSilent($0) }
    return shown.enumerated().map { ($0.offset > 0 ? "\n" : "") + text($0.element, terminal) }.joined()
  }

  /// Whether the answer says nothing that its neighbour doesn't: no IPv6 where the same server answered IPv4, or gave no
  /// better answer.
  private func isSilent(_ entry: Entry) -> Bool {
    let answer = entry.answer
    guard answer.question.type == .aaaa, answer.outcome != .answered else { return false }
    return entries.contains { entry in
      let other = entry.answer
      return other.question.name == answer.question.name && other.question.type == .a && other.server == answer.server
        && other.faults == answer.faults
        && (other.outcome == answer.outcome || (other.outcome == .answered && answer.outcome == .noData))
    }
  }

  private func text(_ entry: Entry, _ terminal: Terminal) -> String {
    let answer = entry.answer
    var heading = StyledText("\(answer.question.name) \(answer.question.type)", .emphasis)
    heading = heading + StyledText("  from \(answer.server)", .dim) + StyledText("  ") + status(answer)
    var text = heading.rendered(terminal.colouring) + "\n"
    let links = answer.aliases + answer.records
    if !links.isEmpty {
      var table = TextTable([
        TableColumn("Name", priority: 1), TableColumn("Type", overflow: .keep),
        TableColumn("TTL", alignment: .right, overflow: .keep, minimumWidth: 3), TableColumn("Value", priority: 1),
      ])
      for link in links { table.append([link.owner, "\(link.type)", "\(link.ttl)", link.value]) }
      text += table.text(for: terminal)
    }
    text += Paragraph.text(StyledText("=>", .dim), meaning(entry.reading), indent: 3, for: terminal)
    for fault in answer.faults {
      text += Paragraph.text(StyledText("!", .warning), StyledText(fault.summary), indent: 3, for: terminal)
    }
    return text
  }

  private func status(_ answer: DNSAnswer) -> StyledText {
    let time = answer.duration.millisecondText + (answer.transport.map { ", \($0.rawValue)" } ?? "")
    switch answer.outcome {
    case .answered, .noData, .nonexistentDomain, .serverError:
      let code = answer.responseCode.map { "\($0)" } ?? ""
      return StyledText(code, answer.isUsable ? .plain : .error) + StyledText(" (\(time))", .dim)
    case .noAnswer(let error):
      let packets = "\(answer.tries) \(answer.tries == 1 ? "try" : "tries")"
      return StyledText("\(error)", .error) + StyledText(" (\(packets), \(answer.duration.millisecondText))", .dim)
    case .unusable: return StyledText("no usable answer", .error) + StyledText(" (\(time))", .dim)
    }
  }

  private func meaning(_ reading: NameReading) -> StyledText {
    let style: Style = reading.isRight.map { $0 ? .success : .error } ?? .plain
    let names = reading.endpoints.map { DisplayName.of($0) }.joined(separator: ", ")
    return StyledText(reading.summary, style) + StyledText(names.isEmpty ? "" : "  (\(names))", .dim)
  }
}
