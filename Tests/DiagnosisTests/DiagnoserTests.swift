import AzureResources
import Diagnosis
import Estate
import Findings
import IPAddressing
import PathAnalysis
import SnapshotReading
import Testing

@Suite("Diagnoses of the guide's walk")
struct DiagnoserTests {
  static let group = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/test-rg/providers/"

  /// The shipped example.
  static func estate() throws -> Estate {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try SnapshotReader.read(["/\(folder)/Examples/guide-walk/snapshot.json"])
  }

  static func machine(_ name: String) throws -> EndpointReference {
    .resource(try #require(ResourceID("\(group)Microsoft.Compute/virtualMachines/\(name)")))
  }

  @Test("An appliance whose NIC doesn't forward is the cause, and its remedy turns forwarding on")
  func applianceNotForwarding() throws {
    var diagnoser = Diagnoser(try Self.estate())
    let diagnosis = try diagnoser.diagnose(
      Question(from: try Self.machine("vm-1"), to: try Self.machine("vm-2"), port: 1433))
    #expect(diagnosis.verdict == .blocked)
    #expect(diagnosis.cause?.code == .applianceNotForwarding)
    #expect(diagnosis.cause?.resource?.name == "nva-1-nic")
    #expect(diagnosis.cause?.remedy.commands.first?.contains("--ip-forwarding true") == true)
    #expect(diagnosis.forward.hops.map(\.kind) == [.source, .peering, .appliance])
    #expect(diagnosis.wayBack != nil)
  }

  @Test("A stopped destination is the cause where the path to it is clear, and behind the path's own fault where not")
  func stopped() throws {
    var diagnoser = Diagnoser(try Self.estate())
    let near = try diagnoser.diagnose(Question(from: try Self.machine("vm-2"), to: try Self.machine("vm-3")))
    #expect(near.cause?.code == .destinationStopped)
    let far = try diagnoser.diagnose(Question(from: try Self.machine("vm-1"), to: try Self.machine("vm-3")))
    #expect(far.cause?.code == .applianceNotForwarding)
    #expect(far.checks.filter { $0.status == .fail }.map(\.code) == [.applianceNotForwarding, .destinationStopped])
  }

  @Test("On-premises is reached by the gateway, and the way back passes the appliance: asymmetric and blocked there")
  func onPremises() throws {
    var diagnoser = Diagnoser(try Self.estate())
    let diagnosis = try diagnoser.diagnose(
      Question(from: try Self.machine("vm-1"), to: .address(try IPAddress("192.168.10.10")), port: 443))
    #expect(diagnosis.forward.outcome == .delivered)
    #expect(diagnosis.forward.hops.map(\.kind) == [.source, .gateway, .onPremises])
    #expect(diagnosis.wayBack?.outcome != .delivered)
    #expect(diagnosis.cause?.code == .applianceNotForwarding)
  }
}
