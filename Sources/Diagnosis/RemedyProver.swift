public import AzureFacts
internal import AzureResources
public import Estate
internal import Findings
public import NameResolution
public import PathAnalysis
public import Remediation

/// Proves remedies: applies their changes to a copy of the estate and asks the same question again.
public struct RemedyProver {
  private let estate: Estate
  private let day: Day
  private let machines: Tracer.MachineState
  private let declared: DeclaredBehaviour
  private let names: DeclaredNames

  /// - Parameters: As for the `Diagnoser` whose diagnoses are to be repaired.
  public init(
    _ estate: Estate, asOf day: Day = .newest, machines: Tracer.MachineState = .asRecorded,
    declared: DeclaredBehaviour = DeclaredBehaviour(), names: DeclaredNames = DeclaredNames()
  ) {
    self.estate = estate
    self.names = names
    self.declared = declared
    self.day = day
    self.machines = machines
  }

  /// The diagnosis with a proven remedy, where one was found, and with the whole repair. One that names no cause is
  /// given back as it is.
  ///
  /// - Complexity: As linking the estate anew, for each remedy that is tried.
  public func prove(_ diagnosis: Diagnosis) -> Diagnosis {
    guard diagnosis.cause != nil else { return diagnosis }
    var steps: [Repair.Step] = []
    var met: Set<Place> = []
    var current = Trial(estate: estate, diagnosis: diagnosis)
    while steps.count < Repair.stepLimit, let cause = current.diagnosis.cause {
      met.insert(Place(cause))
      guard let (remedy, next) = firstProven(current, cause, met) else { break }
      steps.append(Repair.Step(cause: cause, remedy: opened(remedy, from: current, to: next)))
      current = next
    }
    var proved = diagnosis
    if let first = steps.first {
      proved.cause?.remedy = first.remedy
    } else if proved.cause?.remedy.changes.isEmpty == false {
      proved.cause?.remedy.proof = .fails
    }
    if !steps.isEmpty {
      proved.repair = Repair(
        steps: steps, verdict: current.diagnosis.verdict, remaining: current.diagnosis.cause)
    }
    return proved
  }

  /// What the diagnosis says once some changes are made; nil where the snapshot doesn't state what they change.
  public func diagnosis(_ diagnosis: Diagnosis, after changes: [Change]) -> Diagnosis? {
    apply(changes, to: Trial(estate: estate, diagnosis: diagnosis))?.diagnosis
  }

  /// An estate and what the diagnosis says of it.
  private struct Trial {
    let estate: Estate
    let diagnosis: Diagnosis
  }

  /// What tells causes apart.
  private struct Place: Hashable {
    let code: CheckCode
    let resource: ResourceID?

    init(_ cause: Cause) {
      code = cause.code
      resource = cause.resource
    }
  }

  /// The first remedy after which nothing stops the connection; else the first after which only causes are left that
  /// were not met before.
  private func firstProven(_ current: Trial, _ cause: Cause, _ met: Set<Place>) -> (Remedy, Trial)? {
    var partial: (Remedy, Trial)?
    for var remedy in remedies(for: cause, current) where !remedy.changes.isEmpty {
      guard let next = apply(remedy.changes, to: current) else { continue }
      guard let left = next.diagnosis.cause else {
        remedy.proof = next.diagnosis.verdict == .reachable ? .works : .clears
        return (remedy, next)
      }
      guard partial == nil, !met.contains(Place(left)), isProgress(from: current.diagnosis, to: next.diagnosis) else {
        continue
      }
      remedy.proof = .goesOn(next: left.code, left.resource)
      partial = (remedy, next)
    }
    return partial
  }

  private func remedies(for cause: Cause, _ current: Trial) -> [Remedy] {
    [cause.remedy] + RemedyAlternatives(estate: current.estate, diagnosis: current.diagnosis).remedies(for: cause)
  }

  /// Whether the next cause was there before, or lies behind what stopped the packet: a remedy that only exchanges one
  /// fault for another is none.
  private func isProgress(from before: Diagnosis, to after: Diagnosis) -> Bool {
    guard let cause = before.cause, let left = after.cause else { return true }
    let others = before.checks.filter { $0.status == .fail && ($0.code != cause.code || $0.resource != cause.resource) }
    if others.contains(where: { $0.code == left.code && $0.resource == left.resource }) { return true }
    if before.forward.outcome != .delivered {
      return after.forward.outcome == .delivered || after.forward.hops.count > before.forward.hops.count
    }
    guard after.forward.outcome == .delivered else { return false }
    return (after.wayBack?.hops.count ?? 0) > (before.wayBack?.hops.count ?? 0)
  }

  /// The remedy with what else it opens.
  private func opened(_ remedy: Remedy, from current: Trial, to next: Trial) -> Remedy {
    var remedy = remedy
    remedy.opens =
      OpeningFinder(
        before: current.estate, after: next.estate, changes: remedy.changes, question: current.diagnosis, day: day,
        machines: machines
      ).opening()
    return remedy
  }

  private func apply(_ changes: [Change], to trial: Trial) -> Trial? {
    var editor = EstateEditor(trial.estate)
    for change in changes {
      guard editor.make(change) else { return nil }
    }
    let revised = editor.revised
    var diagnoser = Diagnoser(revised, asOf: day, machines: machines, declared: declared, names: names)
    guard let diagnosis = try? diagnoser.diagnose(trial.diagnosis.question) else { return nil }
    return Trial(estate: revised, diagnosis: diagnosis)
  }
}
