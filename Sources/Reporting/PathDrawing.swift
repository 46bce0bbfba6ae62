internal import AzureResources
internal import IPAddressing
internal import PathAnalysis
internal import Routing
internal import TerminalText

/// A packet's path, a station a line, with the route that leads from each to the next beside the line between them.
struct PathDrawing {
  private let trace: Trace
  private let terminal: Terminal

  init(_ trace: Trace, _ terminal: Terminal) {
    self.trace = trace
    self.terminal = terminal
  }

  func text(heading: String) -> String {
    var lines = [StyledText(heading, .emphasis) + "  " + outcome]
    for (number, hop) in trace.hops.enumerated() {
      lines.append("  " + station(hop))
      let isLast = number == trace.hops.count - 1
      if let route = hop.route { lines.append(edge(isLast ? end : "|", words(route))) }
      if !isLast { lines.append("  v") } else if hop.route == nil, let stopped { lines.append(stopped) }
    }
    return lines.map { $0.rendered(terminal.colouring) + "\n" }.joined()
  }

  private var outcome: StyledText {
    switch trace.outcome {
    case .delivered: StyledText("delivered", .success)
    case .dropped: StyledText("dropped", .error)
    case .unknown: StyledText("unknown from here on", .warning)
    }
  }

  /// What stands where the path ends under way.
  private var end: StyledText {
    switch trace.outcome {
    case .delivered: "|"
    case .dropped: StyledText("x", .error)
    case .unknown: StyledText("?", .warning)
    }
  }

  private var stopped: StyledText? {
    switch trace.outcome {
    case .delivered: nil
    case .dropped: edge(end, StyledText("stops here", .error))
    case .unknown: edge(end, StyledText("unknown from here on", .warning))
    }
  }

  private func edge(_ mark: StyledText, _ text: StyledText) -> StyledText { "  " + mark + "  " + text }

  private func station(_ hop: Hop) -> StyledText {
    let name = hop.resource.map { StyledText(String($0.name), .emphasis) }
    let address = hop.address.map { StyledText($0.description) }
    let subnet = hop.subnet.map { StyledText("in \($0.parent?.name ?? "")/\($0.name)", .dim) }
    let parts = [StyledText(noun(hop.kind), .dim), name, address, subnet].compactMap { $0 }.filter { !$0.isEmpty }
    return parts.dropFirst().reduce(parts.first ?? "") { $0 + " " + $1 }
  }

  private func noun(_ kind: Hop.Kind) -> String {
    switch kind {
    case .source: "from"
    case .destination: "to"
    case .connectedGroup: "connected group"
    case .loadBalancer: "load balancer"
    case .virtualHub: "virtual hub"
    case .onPremises: "on-premises"
    case .internet: "the internet"
    case .serviceEndpoint: "service endpoint"
    case .privateEndpoint: "private endpoint"
    case .platform: "the machine's host"
    case .peering, .appliance, .firewall, .gateway: kind.rawValue
    }
  }

  private func words(_ route: EffectiveRoute) -> StyledText {
    let prefixes = PrefixList.text(route, for: terminal)
    let hop = ([route.nextHopType.rawValue] + route.nextHopAddresses.map(\.description)).joined(separator: " ")
    return StyledText("\(prefixes) -> \(hop)") + StyledText("  \(route.origin.text)", .dim)
  }
}
