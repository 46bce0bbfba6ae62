import Diagnosis
import Estate
import Findings
import SnapshotReading

/// Random connections of a tenant, both ways: diagnoses with all reasons, and verdicts alone.
enum DiagnoseBenchmark {
  private static let count = 10_000

  static func run(_ tenant: Tenant, runs: Int) throws {
    let estate = try SnapshotReader.read(tenant.snapshot)
    let questions = ConnectionQuestions(estate, seed: 1).make(count)
    let (made, built) = Measurement.best(of: 1) { Diagnoser(estate) }
    var diagnoser = built
    report("diagnoser", made)
    // What is read and computed once, such as the rules of the groups that are met, is there after the first pass.
    let first = try pass(questions) { try diagnoser.diagnose($0.question).verdict }
    show("diagnosis, first pass", first.times)
    for _ in 0..<runs {
      let again = try pass(questions) { try diagnoser.diagnose($0.question).verdict }
      show("diagnosis", again.times)
      precondition(again.verdicts == first.verdicts, "the same question has the same answer")
    }
    for kind in ConnectionQuestions.Kind.allCases {
      let chosen = questions.indices.filter { questions[$0].kind == kind }
      let times = try pass(chosen.map { questions[$0] }) { try diagnoser.diagnose($0.question).verdict }.times
      show("  \(kind.rawValue)", times)
      print("    " + shares(chosen.map { first.verdicts[$0] }))
    }
    try verdicts(estate, questions, first.verdicts, runs: runs)
  }

  /// The same questions again, for the verdict alone; every answer must be the diagnosis's.
  private static func verdicts(
    _ estate: Estate, _ questions: [ConnectionQuestion], _ expected: [Verdict], runs: Int
  ) throws {
    let (made, built) = Measurement.best(of: 1) { VerdictEngine(estate) }
    var engine = built
    report("verdict engine", made)
    let first = try pass(questions) { try engine.verdict($0.question) }
    show("verdict, first pass", first.times)
    let wrong = questions.indices.filter { first.verdicts[$0] != expected[$0] }
    precondition(wrong.isEmpty, "\(wrong.count) verdicts differ from their diagnoses: \(wrong.prefix(5))")
    print("verdict: \(questions.count) questions, all as their diagnoses; \(engine.diagnosed) left to a diagnosis")
    for _ in 0..<runs {
      show("verdict", try pass(questions) { try engine.verdict($0.question) }.times)
    }
    for kind in ConnectionQuestions.Kind.allCases {
      let chosen = questions.filter { $0.kind == kind }
      let before = engine.diagnosed
      let times = try pass(chosen) { try engine.verdict($0.question) }.times
      show("  \(kind.rawValue)", times)
      print("    \(engine.diagnosed - before) left to a diagnosis")
    }
    // Without a look at the clock for each.
    let (measured, _) = try Measurement.best(of: runs) {
      try questions.reduce(0) { try engine.verdict($1.question) == .reachable ? $0 + 1 : $0 }
    }
    report("verdicts", measured, "\(seconds(measured.processor / Double(questions.count))) each")
  }

  private static func pass(
    _ questions: [ConnectionQuestion], _ answer: (ConnectionQuestion) throws -> Verdict
  ) rethrows -> (times: [Double], verdicts: [Verdict]) {
    var times: [Double] = []
    var verdicts: [Verdict] = []
    times.reserveCapacity(questions.count)
    verdicts.reserveCapacity(questions.count)
    for question in questions {
      let start = ThreadClock.seconds
      verdicts.append(try answer(question))
      times.append(ThreadClock.seconds - start)
    }
    return (times, verdicts)
  }

  private static func show(_ name: String, _ times: [Double]) {
    let sorted = times.sorted()
    let mean = times.reduce(0, +) / Double(max(times.count, 1))
    let (middle, high) = (sorted[sorted.count / 2], sorted[sorted.count * 99 / 100])
    print("\(name): median \(seconds(middle)), p99 \(seconds(high)), mean \(seconds(mean)) processor, \(times.count)")
  }

  private static func shares(_ verdicts: [Verdict]) -> String {
    [Verdict.reachable, .blocked, .indeterminate].map { verdict in
      let part = Double(verdicts.count { $0 == verdict }) / Double(max(verdicts.count, 1))
      return "\(rounded(part * 100, 1)) % \(verdict.rawValue)"
    }.joined(separator: ", ")
  }
}
