import Diagnosis
import Estate
import EstateFixtures
import Findings
import PathAnalysis
import Routing
import Testing
import TestSupport

@Suite("Diagnoses of random estates")
struct DiagnosisPropertyTests {
  static let seed = UInt64.random(in: 0...UInt64.max)

  private static let ends = [
    "vm0a", "vm0b", "vm1a", "vm1b", "subnet n0/a", "subnet n1/b", "192.168.1.1", "172.20.0.1", "8.8.8.8", "internet",
    "onpremises", "10.1.0.99", "168.63.129.16",
  ]

  /// All of a diagnosis that a program gets to see.
  private static func shown(_ diagnosis: Diagnosis) -> String {
    """
    \(diagnosis.verdict) \(String(describing: diagnosis.cause)) \(diagnosis.forward.outcome) \(diagnosis.forward.hops)
    \(String(describing: diagnosis.wayBack?.outcome)) \(String(describing: diagnosis.wayBack?.hops))
    \(diagnosis.checks) \(diagnosis.assumptions) \(diagnosis.missing)
    """
  }

  private static func answer(_ estate: Estate, _ source: String, _ destination: String) throws -> Diagnosis? {
    var diagnoser = Diagnoser(estate)
    do {
      return try diagnoser.diagnose(Question(from: try Plant.end(source), to: try Plant.end(destination), port: 443))
    } catch is QuestionError {
      return nil
    }
  }

  @Test("Every question gets a bounded answer that holds together, and the same one twice")
  func random() throws {
    var random = SplitMix64(seed: Self.seed)
    var answered = 0
    for _ in 0..<150 {
      let lab = RandomEstate.make(&random)
      let (estate, copy) = (try lab.estate(), try lab.estate())
      for _ in 0..<6 {
        let source = Self.ends.randomElement(using: &random) ?? ""
        let destination = Self.ends.randomElement(using: &random) ?? ""
        guard let diagnosis = try Self.answer(estate, source, destination) else { continue }
        answered += 1
        let context = Comment("seed \(Self.seed): \(source) to \(destination)")
        Self.judge(diagnosis, context)
        let again = try Self.answer(copy, source, destination)
        #expect(again.map(Self.shown) == Self.shown(diagnosis), context)
      }
    }
    #expect(answered > 300, "seed \(Self.seed)")
  }

  private static func judge(_ diagnosis: Diagnosis, _ context: Comment) {
    for trace in [diagnosis.forward, diagnosis.wayBack].compactMap({ $0 }) {
      #expect((1...Tracer.maximumHops + 2).contains(trace.hops.count), context)
      if trace.outcome == .unknown { #expect(!trace.missing.isEmpty, context) }
      if trace.outcome == .delivered { #expect(trace.hops.count > 1, context) }
      #expect(Set(trace.missing).count == trace.missing.count, context)
    }
    #expect((diagnosis.cause != nil) == (diagnosis.verdict == .blocked), context)
    #expect((diagnosis.cause != nil) == diagnosis.checks.contains { $0.status == .fail }, context)
    if case .dropped = diagnosis.forward.outcome { #expect(diagnosis.verdict == .blocked, context) }
    #expect(Set(diagnosis.assumptions).count == diagnosis.assumptions.count, context)
    #expect(diagnosis.verdict != .indeterminate || !diagnosis.missing.isEmpty, context)
  }
}
