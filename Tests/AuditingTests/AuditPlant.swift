import AzureResources
import EstateFixtures
import Findings
import Testing

@testable import Auditing

typealias Lab = EstateBuilder

/// A fault planted in a sound design, and the finding that it has to be.
struct AuditPlant: Sendable, CustomTestStringConvertible {
  let name: String
  let code: CheckCode
  let severity: Severity
  /// The id of the resource to change.
  let resource: String
  let design: @Sendable () -> EstateBuilder
  let fault: @Sendable (inout EstateBuilder) -> Void

  init(
    _ name: String, _ code: CheckCode, _ severity: Severity, at resource: String,
    in design: @escaping @Sendable () -> EstateBuilder = { .hubAndSpokes },
    fault: @escaping @Sendable (inout EstateBuilder) -> Void
  ) {
    self.name = name
    self.code = code
    self.severity = severity
    self.resource = resource
    self.design = design
    self.fault = fault
  }

  var testDescription: String { name }

  /// The findings of the plant's check in the design as it is, and with the fault.
  func findings() async throws -> (sound: [Finding], faulty: [Finding]) {
    var lab = design()
    let sound = await Auditor(try lab.estate()).findings(codes: [code])
    fault(&lab)
    return (sound, await Auditor(try lab.estate()).findings(codes: [code]))
  }

  /// Nothing is found in the sound design, and the fault alone in the other.
  func check() async throws {
    let (sound, faulty) = try await findings()
    #expect(sound.isEmpty, "\(sound.map(\.summary))")
    #expect(faulty.count == 1, "\(faulty.map(\.summary))")
    let finding = try #require(faulty.first)
    #expect(finding.resource == ResourceID(resource), "\(finding.resource)")
    #expect(finding.severity == severity, "\(finding.summary)")
    #expect(!finding.evidence.isEmpty || code == .snapshotInconsistent)
    #expect(!finding.remedy.summary.isEmpty)
  }
}
