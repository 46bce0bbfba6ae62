internal import ARMAnswers
internal import AzureResources
internal import IPAddressing
public import JSONDocument
internal import Routing
public import TerminalText

/// Effective routes, a table for each NIC or subnet.
public struct RouteTableReport: Report {
  /// What the JSON holds besides ARM's answer.
  public enum Content: Sendable, Hashable {
    case routes
    /// The comparison too, under a key of its own.
    case routesAndComparison
  }

  public let entries: [RouteTableEntry]
  private let shape: AnswerShape
  private let content: Content

  /// A report of these tables.
  public init(_ entries: [RouteTableEntry], shape: AnswerShape = .bareIfSingle, content: Content = .routes) {
    self.entries = entries
    self.shape = shape
    self.content = content
  }

  /// ARM's `effectiveRouteTable` answer: `{"value": [...]}`.
  public var json: JSONValue {
    shape.json(entries, id: \.id) { entry in
      var answer = EffectiveRouteJSON.answer(entry.table)
      guard content == .routesAndComparison, case .object(var object) = answer else { return answer }
      object["comparison"] = entry.comparison.map(ComparisonText.json) ?? .null
      answer = .object(object)
      return answer
    }
  }

  /// The columns of the portal's download; with several tables, the NIC or subnet first.
  public var sheet: Sheet {
    let isKeyed = shape == .keyed || entries.count > 1
    let header = [
      "Source", "State", "Address Prefixes", "Next Hop Type", "Next Hop IP Address", "User Defined Route Name",
    ]
    let rows = entries.flatMap { entry in
      entry.table.routes.map { route in (isKeyed ? [entry.id.text] : []) + Self.portalRow(route) }
    }
    return Sheet((isKeyed ? ["Resource"] : []) + header, rows)
  }

  public func text(for terminal: Terminal) -> String {
    entries.map { entry in
      let heading = entries.count > 1 ? Heading.text(entry.id, for: terminal) : ""
      let comparison = entry.comparison.map { "\n" + ComparisonText.text($0, for: terminal) } ?? ""
      return heading + Self.table(entry.table, terminal).text(for: terminal) + comparison
    }.joined(separator: "\n")
  }

  private static func portalRow(_ route: EffectiveRoute) -> [String] {
    [
      route.source.portalName, route.state.rawValue,
      route.addressPrefixes.map(\.description).joined(separator: ","), route.nextHopType.portalName,
      route.nextHopAddresses.map(\.description).joined(separator: ","), route.name ?? "",
    ]
  }

  private static func table(_ routes: EffectiveRouteTable, _ terminal: Terminal) -> TextTable {
    var table = TextTable([
      TableColumn("Source", overflow: .keep), TableColumn("State", overflow: .keep),
      TableColumn("Address prefixes", priority: 1, minimumWidth: 18), TableColumn("Next hop type", overflow: .keep),
      TableColumn("Next hop IP", priority: 2), TableColumn("Name / from"),
    ])
    for route in routes.routes {
      let isInvalid = route.state == .invalid
      let style: Style = isInvalid ? .dim : .plain
      let origin = route.origin.text + (isInvalid ? reason(route, routes) : "")
      table.append([
        StyledText(route.source.rawValue, style), StyledText(route.state.rawValue, isInvalid ? .warning : .plain),
        StyledText(PrefixList.text(route, for: terminal), style), StyledText(route.nextHopType.rawValue, style),
        StyledText(route.nextHopAddresses.map(\.description).joined(separator: ", "), style),
        StyledText(origin, style),
      ])
    }
    return table
  }

  /// What takes an invalid route's place.
  private static func reason(_ route: EffectiveRoute, _ table: EffectiveRouteTable) -> String {
    guard let prefix = route.addressPrefixes.first else { return "" }
    let candidate = table.candidates(for: prefix.firstAddress).first { candidate in
      candidate.prefix == prefix && candidate.route.origin == route.origin
    }
    guard case .displaced(let displacement)? = candidate?.outcome else { return "" }
    switch displacement {
    case .overriddenByUserRoute(let id), .overriddenByPolicy(let id), .replacedByUserRoute(let id):
      return "; overridden by \(id.name)"
    default: return ""
    }
  }
}
