public import HybridConnectivity
public import JSONDocument
public import TerminalText

/// The bytes that a peering carried on both paths, and what came between two observations.
public struct PeeringStatisticsReport: Report {
  private let context: CircuitContext
  private let series: ObservationSeries<PeeringStatistics>
  private let delta: StatisticsDelta?
  /// Whether the counters are the whole circuit's.
  private let isOfCircuit: Bool

  /// - Parameter earlier: the observation that the latest is compared with; nil for none.
  public init(
    _ context: CircuitContext, _ series: ObservationSeries<PeeringStatistics>,
    earlier: Observed<PeeringStatistics>?, isOfCircuit: Bool = false
  ) {
    self.context = context
    self.series = series
    self.isOfCircuit = isOfCircuit
    delta = series.latest.flatMap { latest in earlier.map { StatisticsDelta(from: $0, to: latest) } }
  }

  public var json: JSONValue {
    var members = context.members
    members.append(("scope", isOfCircuit ? "circuit" : "peering"))
    members.append(("statistics", context.json(series, Self.counters)))
    members.append(
      (
        "delta",
        delta.map { delta in
          [
            "from": context.moment(delta.earlier.stamp), "to": context.moment(delta.later.stamp),
            "seconds": delta.seconds.map { .number($0) } ?? nil,
            "primaryBytesIn": .optional(delta.bytesIn(.primary)),
            "primaryBytesOut": .optional(delta.bytesOut(.primary)),
            "secondaryBytesIn": .optional(delta.bytesIn(.secondary)),
            "secondaryBytesOut": .optional(delta.bytesOut(.secondary)),
          ]
        } ?? nil
      ))
    return .object(JSONObject(members))
  }

  /// PowerShell's columns, a row for the counters and one for their growth.
  public var sheet: Sheet {
    let header = ["Counters", "PrimaryBytesIn", "PrimaryBytesOut", "SecondaryBytesIn", "SecondaryBytesOut"]
    var rows: [[String]] = []
    if let counters = series.latest?.content {
      rows.append(["total"] + Self.values(counters.bytesIn, counters.bytesOut).map(Self.cell))
    }
    if let delta { rows.append(["delta"] + Self.values(delta.bytesIn, delta.bytesOut).map(Self.cell)) }
    return Sheet(header, rows)
  }

  public func text(for terminal: Terminal) -> String {
    let heading = context.heading(PathPair(primary: series, secondary: series), for: terminal)
    guard let counters = series.latest?.content else { return heading }
    var table = TextTable(
      [TableColumn(isOfCircuit ? "Whole circuit" : "Peering", overflow: .keep)]
        + ["PrimaryBytesIn", "PrimaryBytesOut", "SecondaryBytesIn", "SecondaryBytesOut"].map {
          TableColumn($0, alignment: .right, overflow: .keep)
        })
    table.append(["total"] + Self.values(counters.bytesIn, counters.bytesOut).map(Self.cell))
    guard let delta else { return heading + "\n" + table.text(for: terminal) }
    let values = Self.values(delta.bytesIn, delta.bytesOut)
    let since = "since \(CircuitContext.time(delta.earlier.stamp))"
    table.append([StyledText(since)] + values.map { StyledText(Self.cell($0), $0 == 0 ? .warning : .plain) })
    if let seconds = delta.seconds, seconds > 0 {
      table.append(["bits per second"] + values.map { Self.cell($0.map { Int64(Double($0) * 8 / seconds) }) })
    }
    return heading + "\n" + table.text(for: terminal)
  }

  private static func values(
    _ bytesIn: (DevicePath) -> Int64?, _ bytesOut: (DevicePath) -> Int64?
  ) -> [Int64?] {
    [bytesIn(.primary), bytesOut(.primary), bytesIn(.secondary), bytesOut(.secondary)]
  }

  private static func cell(_ value: Int64?) -> String { value.map(String.init) ?? "-" }

  private static func counters(_ statistics: PeeringStatistics) -> JSONValue {
    [
      "primaryBytesIn": .optional(statistics.primaryBytesIn), "primaryBytesOut": .optional(statistics.primaryBytesOut),
      "secondaryBytesIn": .optional(statistics.secondaryBytesIn),
      "secondaryBytesOut": .optional(statistics.secondaryBytesOut),
    ]
  }
}
