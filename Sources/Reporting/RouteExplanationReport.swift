internal import ARMAnswers
internal import AzureResources
public import IPAddressing
public import JSONDocument
internal import Routing
public import TerminalText

/// Why packets for an address take the route they take: every candidate, the winner, and what beat each of the others.
public struct RouteExplanationReport: Report {
  private let address: IPAddress
  private let entries: [ExplanationEntry]
  private let shape: AnswerShape

  /// A report of these explanations of one address.
  public init(_ entries: [ExplanationEntry], of address: IPAddress, shape: AnswerShape = .bareIfSingle) {
    self.entries = entries
    self.address = address
    self.shape = shape
  }

  public var json: JSONValue { shape.json(entries, id: \.id, answer) }

  public var sheet: Sheet {
    let header = [
      "Resource", "Outcome", "Matched Prefix", "Source", "Next Hop Type", "Next Hop IP Address", "From", "Reason",
    ]
    return Sheet(
      header,
      entries.flatMap { entry in
        entry.candidates.map { candidate in
          [
            entry.id.text, candidate.outcome.word, "\(candidate.prefix)", candidate.route.source.rawValue,
            candidate.route.nextHopType.rawValue,
            candidate.route.nextHopAddresses.map(\.description).joined(separator: ","),
            candidate.route.origin.resource?.text ?? candidate.route.origin.text,
            candidate.sentence(among: entry.candidates),
          ]
        }
      })
  }

  public func text(for terminal: Terminal) -> String {
    entries.map { entry in
      let heading = entries.count > 1 ? Heading.text(entry.id, for: terminal) : ""
      return heading + summary(entry).rendered(terminal.colouring) + "\n"
        + (entry.candidates.isEmpty ? "" : "\n" + Self.table(entry).text(for: terminal))
    }.joined(separator: "\n")
  }

  private func summary(_ entry: ExplanationEntry) -> StyledText {
    guard let winner = entry.candidates.first(where: { $0.outcome == .wins }) else {
      return StyledText("No route leads to \(address): packets for it are dropped.", .error)
    }
    let hop = winner.route.nextHopAddresses.map(\.description).joined(separator: ", ")
    return StyledText("\(address) goes by \(winner.prefix) to ")
      + StyledText(winner.route.nextHopType.rawValue, .emphasis)
      + StyledText(hop.isEmpty ? "." : " \(hop).")
  }

  private static func table(_ entry: ExplanationEntry) -> TextTable {
    var table = TextTable([
      TableColumn("", overflow: .keep, minimumWidth: 5), TableColumn("Prefix", overflow: .keep),
      TableColumn("Source", overflow: .keep), TableColumn("Next hop", priority: 2), TableColumn("From", priority: 1),
      TableColumn("Why", minimumWidth: 24),
    ])
    for candidate in entry.candidates {
      let wins = candidate.outcome == .wins
      let route = candidate.route
      let hop = ([route.nextHopType.rawValue] + route.nextHopAddresses.map(\.description)).joined(separator: " ")
      let cells = ["\(candidate.prefix)", route.source.rawValue, hop, route.origin.text]
      table.append(
        [StyledText(wins ? "wins" : "loses", wins ? .success : .dim)] + cells.map { StyledText($0) }
          + [StyledText(candidate.sentence(among: entry.candidates))])
    }
    return table
  }

  private func answer(_ entry: ExplanationEntry) -> JSONValue {
    let json = entry.candidates.map { candidate -> JSONValue in
      [
        "outcome": .string(candidate.outcome.word), "reason": .string(candidate.sentence(among: entry.candidates)),
        "matchedPrefix": .string("\(candidate.prefix)"),
        "resourceId": candidate.route.origin.resource.map { .string($0.text) } ?? .null,
        "route": EffectiveRouteJSON.row(
          candidate.route, disableBgpRoutePropagation: entry.disableBgpRoutePropagation),
      ]
    }
    return [
      "schemaVersion": 1, "resource": .string(entry.id.text), "address": .string("\(address)"),
      "candidates": .array(json), "undecided": .array(entry.undecided.map { .string($0.origin.resource?.text ?? "") }),
    ]
  }
}
