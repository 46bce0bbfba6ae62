internal import AzureResources
internal import CommandLineParsing
internal import HybridConnectivity
internal import Reporting
internal import SnapshotReading

/// The observations that are shown, and the older ones that they are compared with.
struct CircuitMoments {
  let shown: CircuitObservations
  /// The observations between which something changed; nil where that isn't asked for.
  let change: (from: CircuitObservations, to: CircuitObservations)?
  let notices: [Notice]

  /// `--at` shows a moment and what changed since, `--before` compares with another snapshot.
  ///
  /// - Throws: `CommandError` for a moment before all observations, and for a snapshot without the circuit.
  init(_ subject: CircuitSubject, _ options: CircuitTimeOptions, _ session: Session) throws {
    let latest = subject.observations
    guard options.at == nil || options.before.isEmpty else {
      throw CommandError(message: "--at and --before both say what to compare with; one is enough", code: .usage)
    }
    if let moment = options.at {
      let past = latest.asOf(moment)
      guard !past.times.isEmpty else {
        let times = latest.times
        throw CommandError(
          message: "nothing was observed of \(DisplayName.of(subject.id)) at \(moment) or before",
          remedy: times.first.map { "The first observation is of \($0)." }
            ?? "The observations have no time: record them with \"observedAt\".")
      }
      shown = past
      change = (past, latest)
      notices = [Notice(.note, "the tables are those of \(moment) or before; what changed since stands below them")]
      return
    }
    shown = latest
    guard !options.before.isEmpty else {
      change = nil
      notices = []
      return
    }
    let catalog = CircuitCatalog(try session.estate(ofOther: options.before))
    let id =
      catalog.circuit(subject.id)?.id ?? catalog.circuits.map(\.id).first { $0.name == subject.id.name } ?? subject.id
    let past = catalog.observations(of: id)
    guard !past.isEmpty else {
      throw CommandError(
        message: "\(options.before.joined(separator: ", ")) holds no observation of \(DisplayName.of(subject.id))",
        remedy: "Name an older snapshot of the same circuit.")
    }
    change = (past, latest)
    notices = []
  }
}
