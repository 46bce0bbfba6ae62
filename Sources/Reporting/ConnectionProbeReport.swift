public import JSONDocument
public import Probing
public import TerminalText

/// Times of connections over TCP, in the manner of PsPing.
public struct ConnectionProbeReport: Report {
  private let results: [TCPResult]

  public init(_ results: [TCPResult]) { self.results = results }

  public var json: JSONValue { ["schemaVersion": 1, "results": .array(results.map(\.json))] }

  public var sheet: Sheet {
    Sheet(
      [
        "Host", "Port", "Address", "Proxy", "Outcome", "Sent", "Lost", "Minimum ms", "Average ms", "Maximum ms",
        "Error",
      ],
      results.map { result in
        [
          result.target.host, "\(result.target.port)", result.address.map { "\($0.address)" } ?? "",
          result.proxy.map { "\($0)" } ?? "", result.isOpen ? "open" : result.lastError?.code ?? "", "\(result.sent)",
          "\(result.lost)", Self.milliseconds(result.minimum), Self.milliseconds(result.average),
          Self.milliseconds(result.maximum), result.lastError.map { "\($0)" } ?? "",
        ]
      })
  }

  public func text(for terminal: Terminal) -> String {
    var table = TextTable([
      TableColumn("Target"), TableColumn("Address"), TableColumn("State", overflow: .keep),
      TableColumn("Sent", alignment: .right, overflow: .keep), TableColumn("Lost", alignment: .right, overflow: .keep),
      TableColumn("Minimum", alignment: .right, overflow: .keep),
      TableColumn("Average", alignment: .right, overflow: .keep),
      TableColumn("Maximum", alignment: .right, overflow: .keep),
    ])
    for result in results {
      let share = result.sent == 0 ? 0 : result.lost * 100 / result.sent
      let state = result.isOpen ? "open" : result.lastError?.code ?? "not tried"
      table.append([
        StyledText("\(result.target)", .emphasis), StyledText(Self.place(result)),
        StyledText(state, result.isOpen ? .success : .error), StyledText("\(result.sent)"),
        StyledText("\(result.lost) (\(share) %)", result.lost == 0 ? .plain : .warning),
        StyledText(result.minimum?.millisecondText ?? "-"), StyledText(result.average?.millisecondText ?? "-"),
        StyledText(result.maximum?.millisecondText ?? "-"),
      ])
    }
    let errors = results.filter { $0.lost > 0 || $0.failure != nil }.compactMap { result in
      result.lastError.map {
        Paragraph.text(
          "", StyledText("\(result.target): ", .emphasis) + StyledText("\($0)"), indent: 0, for: terminal)
      }
    }
    return table.text(for: terminal) + (errors.isEmpty ? "" : "\n") + errors.joined()
  }

  private static func place(_ result: TCPResult) -> String {
    let address = result.address.map { "\($0)" } ?? "-"
    return result.proxy == nil ? address : "\(address) (proxy)"
  }

  private static func milliseconds(_ duration: Duration?) -> String {
    duration.map { "\($0.roundedMilliseconds)" } ?? ""
  }
}
