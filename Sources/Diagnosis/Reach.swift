internal import AzureFacts
internal import AzureResources
internal import Estate
internal import Findings
internal import PathAnalysis

/// Asks whether subnets reach each other, on one estate.
struct Reach {
  private let estate: Estate
  private var engine: VerdictEngine
  private var diagnoser: Diagnoser

  init(_ estate: Estate, _ day: Day, _ machines: Tracer.MachineState) {
    self.estate = estate
    engine = VerdictEngine(estate, asOf: day, machines: machines)
    diagnoser = engine.diagnoser
  }

  /// Whether nothing stops a connection between two subnets like the one that was asked about.
  mutating func reaches(_ source: ResourceID, _ destination: ResourceID, _ like: Diagnosis) -> Bool {
    guard estate.subnetIndex(source) != nil, estate.subnetIndex(destination) != nil else { return false }
    let question = Question(
      from: .resource(source), to: .resource(destination), port: like.question.port, transport: like.question.transport)
    switch try? engine.verdict(question) {
    case .reachable: return true
    case .blocked, nil: return false
    // The way there may be sure all the same.
    case .indeterminate: break
    }
    guard let diagnosis = try? diagnoser.diagnose(question) else { return false }
    return diagnosis.cause == nil && diagnosis.forward.outcome == .delivered
  }
}
