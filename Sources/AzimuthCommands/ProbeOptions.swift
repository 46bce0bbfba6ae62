internal import CommandLineParsing
internal import JSONDocument
internal import ProbeRecords
internal import Probing
internal import SnapshotSaving

/// What probes have in common: where their results are kept.
struct ProbeOptions: SharedOptions {
  static let title = "Probe options"

  @Option(
    "Add the results as observations to this snapshot; it is made where there is none", placeholder: "FILE",
    completion: .files)
  var save: String?
  @Option(
    "Where the probe is made from, as its observation says; this machine's name unless given", placeholder: "NAME")
  var asker: String?

  /// Saves results.
  ///
  /// - Throws: `CommandError` where the file isn't a snapshot or can't be written.
  func keep(
    _ kind: ProbeRecord.Kind, _ results: [(target: String, request: JSONObject, response: JSONValue)]
  ) throws(CommandError) {
    guard let save else { return }
    let asker = asker ?? ProbeClock.hostName
    let time = ProbeClock.now
    let observations = results.map {
      ProbeRecord.json(kind, target: $0.target, asker: asker, request: $0.request, response: $0.response, time: time)
    }
    do throws(SnapshotSavingError) {
      try ObservationFile.add(observations, to: save)
    } catch {
      throw CommandError(message: error.description, remedy: error.remedy)
    }
  }
}
