internal import PathAnalysis
internal import TerminalText

/// A packet's path, a station a line, with what decides there below it, and the place where it stops.
struct PathDrawing {
  private let trace: Trace
  private let terminal: Terminal
  /// Columns to fit into; nil for no limit.
  private let width: Int?

  init(_ trace: Trace, _ terminal: Terminal, width: Int?) {
    self.trace = trace
    self.terminal = terminal
    self.width = width
  }

  func lines(heading: String) -> [StyledText] {
    var lines = [StyledText(heading, .emphasis) + "  " + outcome]
    for (number, hop) in trace.hops.enumerated() {
      let isLast = number == trace.hops.count - 1
      lines += fit(station(Station(hop)), behind: "  ", then: isLast ? "    " : "  │ ")
      for note in Station(hop).notes(for: terminal) { lines += fit(note, behind: "  │ ", then: "  │   ") }
      if isLast { lines += end } else { lines.append("  ▼") }
    }
    return lines
  }

  private var outcome: StyledText {
    switch trace.outcome {
    case .delivered: StyledText("delivered", .success)
    case .dropped: StyledText("dropped", .error)
    case .unknown: StyledText("unknown from here on", .warning)
    }
  }

  /// What stands where the path ends under way.
  private var end: [StyledText] {
    switch trace.outcome {
    case .delivered: []
    case .dropped(let reason):
      fit(StyledText("stops here: \(reason.words)", .error), behind: StyledText("  ✗ ", .error), then: "    ")
    case .unknown:
      fit(StyledText("unknown from here on", .warning), behind: StyledText("  ? ", .warning), then: "    ")
    }
  }

  private func station(_ station: Station) -> StyledText {
    let name = station.name.map { StyledText($0, .emphasis) }
    let address = station.address.map { StyledText($0) }
    let place = station.place.map { StyledText("in \($0)", .dim) }
    let parts = [StyledText(station.noun, .dim), name, address, place].compactMap { $0 }.filter { !$0.isEmpty }
    return parts.dropFirst().reduce(parts.first ?? "") { $0 + " " + $1 }
  }

  private func fit(_ text: StyledText, behind first: StyledText, then others: StyledText) -> [StyledText] {
    let room = width.map { max(16, $0 - others.width) }
    let lines = room.map { text.wrapped(to: $0, at: .spaces) } ?? [text]
    return lines.enumerated().map { ($0.offset == 0 ? first : others) + $0.element }
  }
}
