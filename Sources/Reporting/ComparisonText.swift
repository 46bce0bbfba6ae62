internal import AzureResources
internal import ARMAnswers
internal import IPAddressing
internal import JSONDocument
internal import RouteComparison
internal import Routing
internal import TerminalText

/// How computed routes agree with Azure's own answer.
enum ComparisonText {
  static func json(_ comparison: ComparedRoutes) -> JSONValue {
    [
      "observedAt": comparison.observedAt.map { .string($0) } ?? .null,
      "agrees": .bool(comparison.differences.isEmpty),
      "agreeingRoutes": .integer(Int64(comparison.agreeing)),
      "differences": .array(comparison.differences.map(json)),
    ]
  }

  private static func json(_ difference: RouteDifference) -> JSONValue {
    [
      "cause": .string(difference.cause.rawValue), "summary": .string(difference.summary),
      "command": difference.command.map { .string($0) } ?? .null,
      "observed": difference.observed.map(json) ?? .null,
      "computed": difference.computed.map { json(ObservedRoute($0)) } ?? .null,
    ]
  }

  private static func json(_ route: ObservedRoute) -> JSONValue {
    var object = JSONObject()
    if let name = route.name { object["name"] = .string(name) }
    object["source"] = .string(route.source)
    object["state"] = .string(route.state)
    object["addressPrefix"] = .array(route.addressPrefixes.map { .string($0) })
    object["nextHopType"] = .string(route.nextHopType)
    object["nextHopIpAddress"] = .array(route.nextHopAddresses.map { .string($0) })
    return .object(object)
  }

  static func text(_ comparison: ComparedRoutes, for terminal: Terminal) -> String {
    let time = comparison.observedAt.map { " of \($0)" } ?? ""
    guard !comparison.differences.isEmpty else {
      let line = StyledText("Azure's own answer\(time) agrees: \(count(comparison.agreeing, "route")).", .success)
      return line.rendered(terminal.colouring) + "\n"
    }
    let line = StyledText(
      "Azure's own answer\(time) differs in \(count(comparison.differences.count, "route"));"
        + " \(comparison.agreeing) agree.", .warning)
    var table = TextTable([
      TableColumn("Prefixes", priority: 2, minimumWidth: 18), TableColumn("Azure", priority: 1),
      TableColumn("Computed", priority: 1), TableColumn("Likely cause"),
    ])
    for difference in comparison.differences { table.append(cells(difference, terminal)) }
    return line.rendered(terminal.colouring) + "\n" + table.text(for: terminal) + commands(comparison, terminal)
  }

  private static func cells(_ difference: RouteDifference, _ terminal: Terminal) -> [String] {
    let computed = difference.computed.map { ObservedRoute($0) }
    let row = difference.observed ?? computed
    let prefixes = row?.addressPrefixes ?? []
    let shown = terminal.width == nil ? prefixes[...] : prefixes.prefix(PrefixList.shownOnScreen)
    let more = prefixes.count > shown.count ? " and \(prefixes.count - shown.count) more" : ""
    return [
      shown.joined(separator: ", ") + more, words(difference.observed), words(computed), difference.summary,
    ]
  }

  private static func words(_ route: ObservedRoute?) -> String {
    guard let route else { return "-" }
    return ([route.source, route.state, route.nextHopType] + route.nextHopAddresses).joined(separator: " ")
  }

  /// The commands that would settle differences, each once.
  private static func commands(_ comparison: ComparedRoutes, _ terminal: Terminal) -> String {
    var seen: Set<String> = []
    let commands = comparison.differences.compactMap(\.command).filter { seen.insert($0).inserted }
    return commands.map { StyledText("  " + $0, .dim).rendered(terminal.colouring) + "\n" }.joined()
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
