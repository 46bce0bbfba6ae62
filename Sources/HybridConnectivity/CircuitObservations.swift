public import AzureResources
internal import JSONDocument

/// All that was observed of one circuit, by peering and path, over time.
///
/// A table that nobody asked for is missing (`ObservationSeries.State.missing`); one that Azure gave without a row is
/// an empty table. The two are never the same.
public struct CircuitObservations: Sendable {
  public let circuit: ResourceID
  private var arpTables: [Place: ObservationSeries<ARPTable>] = [:]
  private var routeTables: [Place: ObservationSeries<CircuitRouteTable>] = [:]
  private var summaries: [Place: ObservationSeries<RouteSummary>] = [:]
  private var statistics: [String: ObservationSeries<PeeringStatistics>] = [:]
  /// Calls about peerings or paths that don't exist, or whose answer is no such table.
  public private(set) var unplaced: [ObservationStamp] = []
  /// The peerings that were asked about, in lower case as their calls name them.
  public private(set) var peeringNames: Set<String> = []

  /// A path of a peering.
  private struct Place: Sendable, Hashable {
    let peering: String
    let path: DevicePath
  }

  init(circuit: ResourceID) { self.circuit = circuit }

  /// The ARP table of a path.
  public func arpTable(_ peering: PeeringType, _ path: DevicePath) -> ObservationSeries<ARPTable> {
    arpTables[Place(peering: peering.rawValue.lowercased(), path: path)] ?? ObservationSeries()
  }

  /// The route table of a path.
  public func routeTable(_ peering: PeeringType, _ path: DevicePath) -> ObservationSeries<CircuitRouteTable> {
    routeTables[Place(peering: peering.rawValue.lowercased(), path: path)] ?? ObservationSeries()
  }

  /// The BGP neighbours of a path.
  public func routeSummary(_ peering: PeeringType, _ path: DevicePath) -> ObservationSeries<RouteSummary> {
    summaries[Place(peering: peering.rawValue.lowercased(), path: path)] ?? ObservationSeries()
  }

  /// The counters of a peering.
  public func statistics(_ peering: PeeringType) -> ObservationSeries<PeeringStatistics> {
    statistics[peering.rawValue.lowercased()] ?? ObservationSeries()
  }

  /// The counters of the circuit as a whole.
  public var circuitStatistics: ObservationSeries<PeeringStatistics> { statistics[""] ?? ObservationSeries() }

  /// Whether nobody asked anything about the circuit.
  public var isEmpty: Bool {
    arpTables.isEmpty && routeTables.isEmpty && summaries.isEmpty && statistics.isEmpty
  }

  /// The moments at which something was observed, each once, oldest first.
  public var times: [Timestamp] {
    let stamps =
      arpTables.values.flatMap(\.stamps) + routeTables.values.flatMap(\.stamps) + summaries.values.flatMap(\.stamps)
      + statistics.values.flatMap(\.stamps)
    return Set(stamps.compactMap(\.observedAt)).sorted()
  }

  /// What was known at a moment.
  public func asOf(_ moment: Timestamp) -> CircuitObservations {
    var earlier = self
    earlier.arpTables = arpTables.mapValues { $0.asOf(moment) }
    earlier.routeTables = routeTables.mapValues { $0.asOf(moment) }
    earlier.summaries = summaries.mapValues { $0.asOf(moment) }
    earlier.statistics = statistics.mapValues { $0.asOf(moment) }
    return earlier
  }

  /// Takes in an observation of the circuit or one of its peerings.
  mutating func add(_ call: CircuitCall, _ stamp: ObservationStamp, _ answer: ObservedAnswer) {
    let peering = stamp.peeringName?.lowercased() ?? ""
    if !peering.isEmpty { peeringNames.insert(peering) }
    switch (call, stamp.path) {
    case (.statistics, _): answer.add(to: &statistics[peering, default: ObservationSeries()], stamp, &unplaced)
    case (.arpTable, let path?):
      answer.add(to: &arpTables[Place(peering: peering, path: path), default: ObservationSeries()], stamp, &unplaced)
    case (.routeTable, let path?):
      answer.add(to: &routeTables[Place(peering: peering, path: path), default: ObservationSeries()], stamp, &unplaced)
    case (.routeSummary, let path?):
      answer.add(to: &summaries[Place(peering: peering, path: path), default: ObservationSeries()], stamp, &unplaced)
    default: unplaced.append(stamp)
    }
  }
}

extension ObservationSeries {
  /// The stamps of tables and errors.
  var stamps: [ObservationStamp] { observed.map(\.stamp) + failures.map(\.stamp) }
}
