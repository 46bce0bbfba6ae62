import AzureResources
import Diagnosis
import EstateFixtures
import Findings
import PathAnalysis
import Testing

/// Every fault of the groups U, N, F, G, P and M that configuration shows, planted, found, named and repaired.
@Suite("Faults in two hubs")
struct FaultTests {
  static let faults = Fault.routes + Fault.filters + Fault.gateways + Fault.peerings + Fault.several
  static let blocking = faults.filter { !$0.isWarning }
  static let warning = faults.filter(\.isWarning)

  @Test("Without the fault the connection works, without a warning of it", arguments: faults)
  func sound(fault: Fault) throws {
    let diagnosis = try fault.diagnose(.twoHubs)
    #expect(diagnosis.verdict == .reachable, "\(diagnosis.cause?.summary ?? "") \(diagnosis.missing)")
    #expect(diagnosis.checks.allSatisfy { $0.status != .fail && !($0.code == fault.code && $0.status == .warning) })
  }

  @Test("The fault is the first cause, at its resource", arguments: blocking)
  func named(fault: Fault) throws {
    let diagnosis = try fault.diagnose(fault.planted)
    #expect(diagnosis.verdict == .blocked)
    let cause = try #require(diagnosis.cause)
    #expect(cause.code == fault.code, "\(cause.summary)")
    #expect(cause.resource?.text == fault.resource, "\(cause.summary)")
    #expect(!cause.evidence.isEmpty)
  }

  @Test("The printed remedy repairs it", arguments: blocking.filter(\.isRepairable))
  func repaired(fault: Fault) throws {
    let estate = try fault.planted.estate()
    let proved = RemedyProver(estate).prove(try fault.diagnose(fault.planted))
    let remedy = try #require(proved.cause?.remedy)
    #expect(remedy.proof.isProven, "\(remedy)")
    #expect(!remedy.commands.isEmpty)
    let repair = try #require(proved.repair)
    #expect(repair.verdict == .reachable, "\(repair.steps.map(\.cause.code)) \(repair.remaining?.summary ?? "")")
    for command in repair.steps.flatMap(\.remedy.commands) {
      #expect(command.hasPrefix("az "))
      #expect(!command.contains("<"), "\(command)")
    }
  }

  @Test("A fault that lets packets go another way than was meant is a warning at its resource", arguments: warning)
  func warned(fault: Fault) throws {
    let diagnosis = try fault.diagnose(fault.planted)
    let found = diagnosis.checks.first { $0.code == fault.code && $0.status == .warning }
    let check = try #require(found, "\(diagnosis.checks.filter { $0.status != .pass }.map(\.summary))")
    #expect(check.resource?.text == fault.resource, "\(check.summary)")
    let remedy = try #require(check.remedy)
    #expect(!remedy.commands.isEmpty)
    // Endpoints answer straight to the asker: an appliance that is to see their traffic translates the source.
    let appliance = try #require(ResourceID(EstateBuilder.nic("nva-a")))
    let declared = DeclaredBehaviour(translatingSource: fault.id == "U11" ? [appliance] : [])
    let prover = RemedyProver(try fault.planted.estate(), declared: declared)
    let repaired = prover.diagnosis(diagnosis, after: remedy.changes)
    let after = try #require(repaired)
    #expect(after.verdict == .reachable, "\(after.cause?.summary ?? "")")
    #expect(!after.checks.contains { $0.code == fault.code && $0.status == .warning })
  }

  @Test("Mail to the internet works only where the subscription may send it, which no configuration shows")
  func mail() throws {
    let mail = try Plant.diagnose(.twoHubs, "a3", "8.8.8.8", port: 25)
    let check = try #require(mail.checks.first { $0.code == .mailMayBeDropped })
    #expect(check.status == .unknown)
    #expect(mail.verdict != .blocked)
    let submission = try Plant.diagnose(.twoHubs, "a3", "8.8.8.8", port: 587)
    #expect(!submission.checks.contains { $0.code == .mailMayBeDropped })
    #expect(submission.verdict == .reachable)
  }

  /// Faults that no configuration shows: forwarding off in the guest (N3), a guest's firewall (N4, N5), keys, BGP's
  /// announcements and sizes (G2, G4, G5). The verdict then is `reachable`, and says what it takes for granted.
  @Test(
    "What only a guest or the other side shows is declared as taken for granted",
    arguments: [
      ("N3", "a1", "b1", Assumption.Code.guestForwards), ("N4, N5", "a1", "b1", .guestAccepts),
      ("G2, G4, G5", "a2", "192.168.1.10", .onPremisesRoutes),
    ])
  func invisible(faults: String, source: String, destination: String, code: Assumption.Code) throws {
    let diagnosis = try Plant.diagnose(.twoHubs, source, destination)
    #expect(diagnosis.verdict == .reachable)
    #expect(diagnosis.assumptions.contains { $0.code == code }, "\(faults): \(diagnosis.assumptions)")
  }
}
