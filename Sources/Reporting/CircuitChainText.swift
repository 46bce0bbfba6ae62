internal import CircuitVerification
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity
internal import TerminalText

/// The guide's chain of network points as text: a line a path, with how each point stands.
struct CircuitChainText {
  private let result: CircuitVerification
  private let terminal: Terminal

  init(_ result: CircuitVerification, _ terminal: Terminal) {
    self.result = result
    self.terminal = terminal
  }

  var text: String {
    let model = result.isModelInferred ? " (inferred; --model says otherwise)" : ""
    var text = line(StyledText("Network points", .emphasis) + StyledText("  \(result.model.words)\(model)", .dim))
    for path in DevicePath.allCases {
      let name = path.rawValue + String(repeating: " ", count: 11 - path.rawValue.count)
      var chain = StyledText("  \(name)")
      for (place, point) in result.chain.points.enumerated() {
        if place > 0 { chain = chain + StyledText(" ── ", .dim) }
        let state = result.chain.state(point, on: path)
        chain = chain + StyledText("\(point.rawValue) \(state.mark)", state.style)
      }
      text += line(chain)
    }
    let names = result.chain.points.map { "\($0.rawValue) \($0.name)" }.joined(separator: ", ")
    text += Paragraph.text("", StyledText(names, .dim), indent: 2, for: terminal)
    text += Paragraph.text(
      "", StyledText("✓ works  ✗ at fault  ? one of these is at fault  … not known  · not looked at", .dim), indent: 2,
      for: terminal)
    return text + breaks
  }

  /// Where it breaks, in words.
  private var breaks: String {
    guard let cause = result.cause, !cause.points.isEmpty else { return "" }
    let names = cause.points.map { "\($0.rawValue) (\($0.name))" }
    let places =
      names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    let path = cause.path.map { " on the \($0.rawValue) path" } ?? ""
    return Paragraph.text(
      "", StyledText("It breaks at network point \(places)\(path).", .error), indent: 2, for: terminal)
  }

  private func line(_ text: StyledText) -> String { text.rendered(terminal.colouring) + "\n" }
}

extension ConnectivityModel {
  /// For people.
  var words: String {
    switch self {
    case .direct: "ExpressRoute Direct: cabled to Microsoft's edge, without points 3 and 4"
    case .layer2: "through a provider's switches: the customer's edge speaks BGP with Microsoft's"
    case .ipvpn: "any-to-any (IPVPN): the provider's router speaks BGP with Microsoft's"
    }
  }
}

extension NetworkPointChain.State {
  var mark: String {
    switch self {
    case .unseen: "·"
    case .healthy: "✓"
    case .unknown: "…"
    case .suspect: "?"
    case .broken: "✗"
    }
  }

  var style: Style {
    switch self {
    case .unseen: .dim
    case .healthy: .success
    case .unknown: .warning
    case .suspect, .broken: .error
    }
  }
}
