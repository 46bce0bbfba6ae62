public import HybridConnectivity
public import JSONDocument
public import TerminalText

/// The route tables of both paths of a peering, side by side, with what they differ in.
public struct CircuitRoutesReport: Report {
  /// Which rows are printed.
  public enum Content: Sendable, Hashable {
    case all
    case differences
  }

  private let context: CircuitContext
  private let paths: PathPair<ObservationSeries<CircuitRouteTable>>
  private let summaries: PathPair<ObservationSeries<RouteSummary>>
  private let change: TableChange<CircuitRouteTable>?
  private let content: Content

  /// - Parameters:
  ///   - summaries: The BGP neighbours of the paths.
  ///   - change: The tables between which something changed, where that is asked for.
  public init(
    _ context: CircuitContext, _ paths: PathPair<ObservationSeries<CircuitRouteTable>>,
    summaries: PathPair<ObservationSeries<RouteSummary>>,
    change: TableChange<CircuitRouteTable>? = nil, content: Content = .all
  ) {
    self.context = context
    self.paths = paths
    self.summaries = summaries
    self.change = change
    self.content = content
  }

  /// Whether the two paths differ, as far as both are known.
  public var differs: Bool { comparison?.differing.isEmpty == false }

  public var json: JSONValue {
    var members = context.members
    if content == .all {
      members += [
        ("primary", context.json(paths.primary, Self.rows)), ("secondary", context.json(paths.secondary, Self.rows)),
        (
          "summary",
          [
            "primary": context.json(summaries.primary, Self.rows),
            "secondary": context.json(summaries.secondary, Self.rows),
          ]
        ),
      ]
    }
    members.append(
      (
        "differences",
        comparison.map { .array($0.differing.map { Self.json($0, left: "primary", right: "secondary") }) } ?? nil
      ))
    if let changes {
      members.append(
        (
          "changes",
          .array(
            changes.map { change in
              guard case .object(var object) = Self.json(change.row, left: "before", right: "now") else { return nil }
              object["path"] = .string(change.path.rawValue)
              return .object(object)
            })
        ))
    }
    return .object(JSONObject(members))
  }

  /// A row a route, with its path: the columns of PowerShell's table. With differences alone, a row a difference.
  public var sheet: Sheet {
    guard content == .all else {
      let rows = (comparison?.differing ?? []).map { row in
        [row.network, Self.hop(row.left), Self.path(row.left), Self.hop(row.right), Self.path(row.right)]
          + [Self.words(row.differences, left: "primary", right: "secondary")]
      }
      return Sheet(
        ["Network", "PrimaryNextHop", "PrimaryPath", "SecondaryNextHop", "SecondaryPath", "Difference"], rows)
    }
    let rows = [(DevicePath.primary, paths.primary), (.secondary, paths.secondary)].flatMap { path, series in
      (series.latest?.content.routes ?? []).map { route in
        [
          path.rawValue, route.networkText, Self.hop(route), route.locPrf ?? "", route.weight.map(String.init) ?? "",
          route.path.text,
        ]
      }
    }
    return Sheet(["Path", "Network", "NextHop", "LocPrf", "Weight", "AsPath"], rows)
  }

  public func text(for terminal: Terminal) -> String {
    var parts = [context.heading(paths, for: terminal)]
    if content == .all, let neighbors = neighborsText(terminal) { parts.append(neighbors) }
    if let body = routesText(terminal) { parts.append(body) }
    if let changes { parts.append(Self.changesText(changes, terminal)) }
    return parts.joined(separator: "\n")
  }

  private var comparison: CircuitRouteComparison? {
    guard let primary = paths.primary.latest, let secondary = paths.secondary.latest else { return nil }
    return CircuitRouteComparison(primary: primary.content, secondary: secondary.content, of: context.peering)
  }

  private func routesText(_ terminal: Terminal) -> String? {
    guard paths.primary.latest != nil || paths.secondary.latest != nil else { return nil }
    let rows: [CircuitRouteComparison.Row]
    if let comparison {
      rows = content == .all ? comparison.rows : comparison.differing
      guard !rows.isEmpty else {
        return comparison.rows.isEmpty
          ? "Neither path has a route.\n" : "Both paths have the same \(comparison.rows.count) routes.\n"
      }
    } else {
      // One table alone: nothing to hold it against.
      let empty = CircuitRouteTable.empty
      rows =
        CircuitRouteComparison(
          primary: paths.primary.latest?.content ?? empty, secondary: paths.secondary.latest?.content ?? empty
        ).rows.map { .init(network: $0.network, left: $0.left, right: $0.right, differences: []) }
    }
    var table = TextTable([
      TableColumn("Network", overflow: .keep), TableColumn("Primary next hop", overflow: .keep),
      TableColumn("AS path", priority: 1), TableColumn("LocPrf", alignment: .right, overflow: .keep),
      TableColumn("Weight", alignment: .right, overflow: .keep), TableColumn("Secondary next hop", overflow: .keep),
      TableColumn("AS path", priority: 1), TableColumn("LocPrf", alignment: .right, overflow: .keep),
      TableColumn("Weight", alignment: .right, overflow: .keep), TableColumn("Difference"),
    ])
    for row in rows {
      table.append(
        [StyledText(row.network)] + Self.cells(row.left) + Self.cells(row.right) + [
          StyledText(Self.words(row.differences, left: "primary", right: "secondary"), .warning)
        ])
    }
    return table.text(for: terminal)
  }

  private func neighborsText(_ terminal: Terminal) -> String? {
    guard summaries.primary.latest != nil || summaries.secondary.latest != nil else { return nil }
    var table = TextTable([
      TableColumn("BGP neighbor", overflow: .keep), TableColumn("Path", overflow: .keep),
      TableColumn("AS", alignment: .right, overflow: .keep), TableColumn("Up/down", overflow: .keep),
      TableColumn("State/PfxRcd", overflow: .keep),
    ])
    for (path, series) in [(DevicePath.primary, summaries.primary), (.secondary, summaries.secondary)] {
      for neighbor in series.latest?.content.neighbors ?? [] {
        table.append([
          StyledText(neighbor.addressText), StyledText(path.rawValue), StyledText(neighbor.asn.map { "\($0)" } ?? ""),
          StyledText(neighbor.upDown ?? ""),
          StyledText(neighbor.statePfxRcd, neighbor.state.isEstablished ? .plain : .error),
        ])
      }
    }
    return table.text(for: terminal)
  }

  private static func cells(_ route: CircuitRoute?) -> [StyledText] {
    guard let route else { return Array(repeating: StyledText("-", .dim), count: 4) }
    return [
      StyledText(hop(route), route.isMarkedBest ? .emphasis : .plain), StyledText(path(route)),
      StyledText(route.locPrf ?? ""), StyledText(route.weight.map(String.init) ?? ""),
    ]
  }

  private static func hop(_ route: CircuitRoute?) -> String {
    route.map { $0.nextHopText + ($0.isMarkedBest ? "*" : "") } ?? ""
  }

  private static func path(_ route: CircuitRoute?) -> String { route?.path.text ?? "" }

  private static func words(
    _ differences: [CircuitRouteComparison.Difference], left: String, right: String
  ) -> String {
    differences.map { difference in
      switch difference {
      case .onlyLeft: "only \(left)"
      case .onlyRight: "only \(right)"
      case .pathLength: "AS path length"
      case .path: "AS path"
      case .locPrf: "LocPrf"
      case .weight: "weight"
      case .nextHop: "next hop"
      case .selection: "selected"
      }
    }.joined(separator: ", ")
  }

  private static func rows(_ table: CircuitRouteTable) -> JSONValue { .array(table.routes.map(json)) }

  private static func rows(_ summary: RouteSummary) -> JSONValue {
    .array(
      summary.neighbors.map { neighbor in
        [
          "neighbor": .string(neighbor.addressText), "v": .optional(neighbor.version),
          "as": .optional(neighbor.asn.map { Int64($0) }), "upDown": .optional(neighbor.upDown),
          "statePfxRcd": .string(neighbor.statePfxRcd),
        ]
      })
  }

  private static func json(_ route: CircuitRoute) -> JSONValue {
    [
      "network": .string(route.networkText), "nextHop": .string(hop(route)), "locPrf": .string(route.locPrf ?? ""),
      "weight": .optional(route.weight), "path": .string(route.path.text),
    ]
  }

  private static func json(_ row: CircuitRouteComparison.Row, left: String, right: String) -> JSONValue {
    [
      "network": .string(row.network), left: row.left.map(json) ?? nil, right: row.right.map(json) ?? nil,
      "differences": .array(row.differences.map { .string(name($0, left: left, right: right)) }),
    ]
  }

  private static func name(_ difference: CircuitRouteComparison.Difference, left: String, right: String) -> String {
    func only(_ side: String) -> String { "only\(side.prefix(1).uppercased())\(side.dropFirst())" }
    return switch difference {
    case .onlyLeft: only(left)
    case .onlyRight: only(right)
    default: difference.rawValue
    }
  }

  private typealias Change = (path: DevicePath, row: CircuitRouteComparison.Row)

  /// What changed on each path; a path that is unknown at one of the two times is left out.
  private var changes: [Change]? {
    guard let change else { return nil }
    let sides = [
      (DevicePath.primary, change.from.primary, change.to.primary),
      (.secondary, change.from.secondary, change.to.secondary),
    ]
    return sides.flatMap { path, before, now -> [Change] in
      guard let old = before.latest?.content, let new = now.latest?.content else { return [] }
      return CircuitRouteComparison(earlier: old, later: new).differing.map { (path, $0) }
    }
  }

  private static func changesText(_ changes: [Change], _ terminal: Terminal) -> String {
    guard !changes.isEmpty else { return "Nothing changed.\n" }
    var table = TextTable([
      TableColumn("Changed on", overflow: .keep), TableColumn("Network", overflow: .keep),
      TableColumn("Next hop before", overflow: .keep), TableColumn("AS path"),
      TableColumn("Next hop now", overflow: .keep), TableColumn("AS path"), TableColumn("Change"),
    ])
    for (path, row) in changes {
      table.append([
        path.rawValue, row.network, hop(row.left), Self.path(row.left), hop(row.right), Self.path(row.right),
        words(row.differences, left: "before", right: "now"),
      ])
    }
    return table.text(for: terminal)
  }
}
