internal import HybridConnectivity
internal import Reporting

/// What a command asks of a circuit's tables: whose they are, of which moments, and how it ends without them.
struct CircuitQuery {
  let subject: CircuitSubject
  let answer: CircuitAnswer
  let moments: CircuitMoments

  init(
    _ call: CircuitCall, of circuit: String?, _ peering: PeeringType?, _ tables: CircuitTableOptions,
    _ times: CircuitTimeOptions, _ scope: ScopeOptions, _ session: Session
  ) throws {
    let name = try CircuitName.one(of: circuit, scope)
    subject = try CircuitSubject(name, peering: peering, tables: tables, scope: scope, session)
    answer = CircuitAnswer(subject, call)
    moments = try CircuitMoments(subject, times, session)
  }

  /// The tables of both paths at one moment.
  func pair<Content>(
    _ observations: CircuitObservations,
    _ table: (CircuitObservations) -> (PeeringType, DevicePath) -> ObservationSeries<Content>
  ) -> PathPair<ObservationSeries<Content>> {
    PathPair(
      primary: table(observations)(subject.type, .primary), secondary: table(observations)(subject.type, .secondary))
  }
}
