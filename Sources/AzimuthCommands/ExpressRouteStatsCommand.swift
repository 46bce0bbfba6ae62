internal import CommandLineParsing
internal import HybridConnectivity
internal import Reporting

/// `azimuth expressroute stats`.
struct ExpressRouteStatsCommand: Command {
  static let name = "stats"
  static let summary = "Show the bytes that a peering carried on both paths, and their growth."
  static let discussion = """
    The counters only grow: what tells is the difference between two observations with known traffic between them. With \
    two or more of them the growth since the one before is shown; --at and --before choose another to compare with. A \
    counter that went back was started anew, and has no growth.

    CIRCUIT is an ID, a name or group/name; it can be left out where there is only one.
    """
  static let examples = [
    Example("azimuth expressroute stats Test-ER-Ckt", "See whether both paths carry traffic"),
    Example("azimuth expressroute stats --table stats.txt", "Read what Get-AzExpressRouteCircuitStats printed"),
    Example("azimuth expressroute stats Test-ER-Ckt --before a-minute-ago.json", "See the growth since then"),
  ]

  @Argument("The circuit", completion: NameCompletion.names(of: TargetKinds.circuits)) var circuit: String?
  @Option("The peering: private, microsoft or public") var peering: PeeringType?
  @OptionGroup var tables: CircuitTableOptions
  @OptionGroup var times: CircuitTimeOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var common: CommonOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let query = try CircuitQuery(.statistics, of: circuit, peering, tables, times, scope, session)
    let (subject, answer, moments) = (query.subject, query.answer, query.moments)
    // Growth is told up to now, whichever moment it is compared with.
    let latest = moments.change?.to ?? moments.shown
    let ofPeering = latest.statistics(subject.type)
    // The peering's own counters tell more than the circuit's.
    let isOfCircuit = ofPeering.isMissing && peering == nil && !latest.circuitStatistics.isMissing
    let series = isOfCircuit ? latest.circuitStatistics : ofPeering
    try answer.requirePeering(!series.isMissing)
    let earlier = moments.change.map { isOfCircuit ? $0.from.circuitStatistics : $0.from.statistics(subject.type) }
    let missing =
      series.isMissing
      ? [
        Notice(
          .missing, "no statistics of \(subject.type.rawValue) are recorded",
          command: CircuitCommands.recording(.statistics, of: subject.id, subject.type, nil))
      ] : []
    let compared = earlier.map(\.latest) ?? series.previous
    session.notify(subject.notices + missing + apart(compared, series.latest))
    session.print(
      PeeringStatisticsReport(subject.context, series, earlier: compared, isOfCircuit: isOfCircuit))
    return answer.code([series])
  }

  /// That two observations have no known time between them, or went back.
  private func apart(
    _ earlier: Observed<PeeringStatistics>?, _ later: Observed<PeeringStatistics>?
  ) -> [Notice] {
    guard let earlier, let later else { return [] }
    let delta = StatisticsDelta(from: earlier, to: later)
    var found: [Notice] = []
    if let seconds = delta.seconds, seconds > 30 * 86_400 {
      found.append(
        Notice(
          .warning, "the two observations are \(Int(seconds / 86_400)) days apart: counters may have restarted between")
      )
    }
    let went = DevicePath.allCases.filter { delta.bytesIn($0) == nil || delta.bytesOut($0) == nil }
    if !went.isEmpty {
      found.append(
        Notice(
          .warning,
          "counters of the \(went.map(\.rawValue).joined(separator: " and ")) path went back or are missing: they have no growth"
        ))
    }
    return found
  }
}
