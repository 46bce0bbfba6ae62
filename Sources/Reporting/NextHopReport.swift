internal import ARMAnswers
internal import AzureResources
internal import IPAddressing
public import JSONDocument
internal import Routing
public import TerminalText

/// Next hops, as Network Watcher tells them, with the route behind each.
public struct NextHopReport: Report {
  private let entries: [NextHopEntry]
  private let shape: AnswerShape

  /// A report of these next hops.
  public init(_ entries: [NextHopEntry], shape: AnswerShape = .bareIfSingle) {
    self.entries = entries
    self.shape = shape
  }

  /// ARM's `nextHop` answer.
  public var json: JSONValue { shape.json(entries, id: \.id) { $0.hop.json } }

  public var sheet: Sheet {
    let isKeyed = shape == .keyed || entries.count > 1
    let rows = entries.map { entry in
      (isKeyed ? [entry.id.text] : []) + [
        entry.hop.type, entry.hop.address?.description ?? "", entry.hop.routeTable?.text ?? "System Route",
        Self.prefix(entry), Self.reason(entry),
      ]
    }
    let header = ["Next Hop Type", "Next Hop IP Address", "Route Table", "Address Prefix", "Reason"]
    return Sheet((isKeyed ? ["Resource"] : []) + header, rows)
  }

  public func text(for terminal: Terminal) -> String {
    var table = TextTable(
      (entries.count > 1 ? [TableColumn("Source")] : []) + [
        TableColumn("Next hop type", overflow: .keep), TableColumn("Next hop IP", overflow: .keep),
        TableColumn("Route table", priority: 1), TableColumn("Route", priority: 1),
        TableColumn("Why", minimumWidth: 24),
      ])
    for entry in entries {
      let hop = entry.hop
      let source = entries.count > 1 ? [StyledText(DisplayName.of(entry.id))] : []
      table.append(
        source + [
          StyledText(hop.type, hop.type == EffectiveNextHopType.none.rawValue ? .error : .emphasis),
          StyledText(hop.address?.description ?? ""),
          StyledText(hop.routeTable.map(\.shortName) ?? "System Route"), StyledText(Self.route(entry)),
          StyledText(Self.reason(entry)),
        ])
    }
    return table.text(for: terminal)
  }

  private static func prefix(_ entry: NextHopEntry) -> String {
    entry.candidates.first { $0.outcome == .wins }.map { "\($0.prefix)" } ?? ""
  }

  private static func route(_ entry: NextHopEntry) -> String {
    guard let route = entry.hop.route else { return "" }
    return route.name.map { "\($0) (\(prefix(entry)))" } ?? "\(prefix(entry)) from \(route.origin.text)"
  }

  private static func reason(_ entry: NextHopEntry) -> String {
    guard let winner = entry.candidates.first(where: { $0.outcome == .wins }) else {
      return "no route contains the address: packets for it are dropped"
    }
    return winner.sentence(among: entry.candidates)
  }
}
