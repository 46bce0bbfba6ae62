public import HybridConnectivity
public import JSONDocument
public import TerminalText

/// The ARP tables of both paths of a peering, side by side.
public struct ARPTablesReport: Report {
  private let context: CircuitContext
  private let paths: PathPair<ObservationSeries<ARPTable>>
  private let change: TableChange<ARPTable>?

  /// - Parameter change: the tables between which something changed, where that is asked for.
  public init(
    _ context: CircuitContext, _ paths: PathPair<ObservationSeries<ARPTable>>,
    change: TableChange<ARPTable>? = nil
  ) {
    self.context = context
    self.paths = paths
    self.change = change
  }

  public var json: JSONValue {
    var members = context.members + [("primary", side(paths.primary)), ("secondary", side(paths.secondary))]
    members.append(
      (
        "differences",
        .array(
          pairs.filter { $0.difference != nil }.map {
            ["interface": .string($0.interface), "difference": .optional($0.difference)]
          })
      ))
    if let changes {
      members.append(
        (
          "changes",
          .array(
            changes.map {
              ["path": .string($0.path.rawValue), "interface": .string($0.interface), "change": .string($0.change)]
            })
        ))
    }
    return .object(JSONObject(members))
  }

  /// A row an entry, with its path: the columns of PowerShell's table.
  public var sheet: Sheet {
    let rows = [(DevicePath.primary, paths.primary), (.secondary, paths.secondary)].flatMap { path, series in
      (series.latest?.content.entries ?? []).map { entry in
        [
          path.rawValue, entry.age.map(String.init) ?? "", entry.interface.text, entry.ipAddressText,
          entry.macAddressText,
        ]
      }
    }
    return Sheet(["Path", "Age", "Interface", "IpAddress", "MacAddress"], rows)
  }

  public func text(for terminal: Terminal) -> String {
    let heading = context.heading(paths, for: terminal)
    var table = TextTable([
      TableColumn("Interface", overflow: .keep), TableColumn("Primary IP", overflow: .keep),
      TableColumn("MAC", overflow: .keep), TableColumn("Age", alignment: .right, overflow: .keep, minimumWidth: 3),
      TableColumn("Secondary IP", overflow: .keep), TableColumn("MAC", overflow: .keep),
      TableColumn("Age", alignment: .right, overflow: .keep, minimumWidth: 3), TableColumn("Difference"),
    ])
    for pair in pairs {
      table.append(
        [StyledText(pair.interface)] + Self.cells(pair.primary) + Self.cells(pair.secondary) + [
          StyledText(pair.difference ?? "", .warning)
        ])
    }
    let isEmpty = paths.primary.latest == nil && paths.secondary.latest == nil
    let body = isEmpty ? "" : pairs.isEmpty ? "No path has an entry.\n" : table.text(for: terminal)
    return [heading, body, changesText(terminal)].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func changesText(_ terminal: Terminal) -> String {
    guard let changes else { return "" }
    guard !changes.isEmpty else { return "Nothing changed.\n" }
    var table = TextTable([TableColumn("Path", overflow: .keep), TableColumn("Interface"), TableColumn("Change")])
    for change in changes { table.append([change.path.rawValue, change.interface, change.change]) }
    return table.text(for: terminal)
  }

  private static func cells(_ entry: ARPEntry?) -> [StyledText] {
    guard let entry else { return [StyledText("-", .dim), StyledText("-", .dim), StyledText("-", .dim)] }
    return [
      StyledText(entry.ipAddressText), StyledText(entry.macAddressText, entry.isIncomplete ? .error : .plain),
      StyledText(entry.age.map(String.init) ?? ""),
    ]
  }

  private func side(_ series: ObservationSeries<ARPTable>) -> JSONValue {
    context.json(series) { table in
      .array(
        table.entries.map { entry in
          [
            "age": .optional(entry.age), "interface": .string(entry.interface.text),
            "ipAddress": .string(entry.ipAddressText), "macAddress": .string(entry.macAddressText),
          ]
        })
    }
  }

  /// What stands for one interface on both paths.
  private struct Pair {
    let interface: String
    let primary: ARPEntry?
    let secondary: ARPEntry?
    let difference: String?
  }

  private var pairs: [Pair] {
    let left = paths.primary.latest?.content.entries ?? []
    let right = paths.secondary.latest?.content.entries ?? []
    var seen: Set<ARPEntry.Interface> = []
    return (left + right).map(\.interface).filter { seen.insert($0).inserted }.flatMap { interface in
      let left = left.filter { $0.interface == interface }
      let right = right.filter { $0.interface == interface }
      return (0..<max(left.count, right.count)).map { place in
        let primary = place < left.count ? left[place] : nil
        let secondary = place < right.count ? right[place] : nil
        return Pair(
          interface: interface.text, primary: primary, secondary: secondary,
          difference: difference(primary, secondary))
      }
    }
  }

  /// A table that nobody recorded differs from nothing.
  private func difference(_ primary: ARPEntry?, _ secondary: ARPEntry?) -> String? {
    guard paths.primary.latest != nil, paths.secondary.latest != nil else { return nil }
    guard let primary else { return "only on secondary" }
    guard let secondary else { return "only on primary" }
    switch (primary.isIncomplete, secondary.isIncomplete) {
    case (true, false): return "nobody answers on primary"
    case (false, true): return "nobody answers on secondary"
    default: return nil
    }
  }

  private typealias Change = (path: DevicePath, interface: String, change: String)

  private var changes: [Change]? {
    guard let change else { return nil }
    return Self.changes(.primary, change.from.primary, change.to.primary)
      + Self.changes(.secondary, change.from.secondary, change.to.secondary)
  }

  private static func changes(
    _ path: DevicePath, _ earlier: ObservationSeries<ARPTable>, _ later: ObservationSeries<ARPTable>
  ) -> [Change] {
    guard let before = earlier.latest?.content, let now = later.latest?.content else {
      return earlier.latest == nil && later.latest == nil
        ? [] : [(path, "", "recorded only \(earlier.latest == nil ? "now" : "before"): not comparable")]
    }
    func key(_ entry: ARPEntry) -> String { "\(entry.interface.text) \(entry.ipAddressText)" }
    let old = Dictionary(before.entries.map { (key($0), $0) }) { first, _ in first }
    let new = Dictionary(now.entries.map { (key($0), $0) }) { first, _ in first }
    let gone = before.entries.filter { new[key($0)] == nil }.map { ($0, "gone: \($0.macAddressText)") }
    let rest = now.entries.compactMap { entry -> (ARPEntry, String)? in
      guard let former = old[key(entry)] else { return (entry, "new: \(entry.macAddressText)") }
      let isSame = former.macAddressText.lowercased() == entry.macAddressText.lowercased()
      return isSame ? nil : (entry, "\(former.macAddressText) became \(entry.macAddressText)")
    }
    return (gone + rest).map { (path, key($0.0), $0.1) }
  }
}
