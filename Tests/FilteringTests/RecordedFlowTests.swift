import AzureFacts
import AzureResources
import Estate
import Filtering
import IPAddressing
import JSONDocument
import Routing
import SnapshotReading
import TestSupport
import Testing

/// Azure's own answers to `ipFlowVerify`, where a folder of them is at hand.
@Suite("Recorded answers of IP flow verify")
struct RecordedFlowTests {
  static let folder = OutsideData.cases

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let day: Day
    let body: JSONValue
    let answer: JSONValue

    var testDescription: String { name }
  }

  static let cases: [Case] = {
    guard let folder else { return [] }
    return OutsideData.names(in: folder).compactMap { name in
      guard let record = JSONFile.value("\(folder)/\(name)/case.json"), record["type"]?.text == "ip-flow-verify",
        record["confidence"]?.text == "high", let body = record["request"]?["body"], body.members != nil,
        let answer = JSONFile.value("\(folder)/\(name)/answer.json"),
        let day = record["asOf"]?.text.flatMap({ Day($0) })
      else { return nil }
      return Case(name: name, day: day, body: body, answer: answer)
    }
  }()

  @Test(
    "Each recorded flow gets Azure's access and rule", .enabled(if: folder != nil, "AZIMUTH_CASES is not set"),
    arguments: cases)
  func recorded(sample: Case) throws {
    let estate = try SnapshotReader.read(["\(try #require(Self.folder))/\(sample.name)/snapshot.json"])
    let local = try IPAddress(try #require(sample.body["localIPAddress"]?.text))
    let remote = try IPAddress(try #require(sample.body["remoteIPAddress"]?.text))
    let interface = try #require(
      estate.networkInterfaces.firstIndex { $0.ipConfigurations.contains { $0.privateIPAddress == local } })
    let isInbound = sample.body["direction"]?.text?.lowercased() == "inbound"
    let localPort = sample.body["localPort"]?.text.flatMap { UInt16($0) }
    let remotePort = sample.body["remotePort"]?.text.flatMap { UInt16($0) }
    let flow =
      isInbound
      ? Flow(.tcp, from: remote, port: remotePort, to: local, port: localPort)
      : Flow(.tcp, from: local, port: localPort, to: remote, port: remotePort)
    var evaluator = FilterEvaluator(estate, tables: RouteTableBuilder(estate, asOf: sample.day))
    let verdict = evaluator.verdict(flow, isInbound ? .inbound : .outbound, atInterface: interface)
    #expect(verdict.access == (sample.answer["access"] == "Allow" ? .allow : .deny))
    let expected = sample.answer["ruleName"]?.text?.split(separator: "/").last
    #expect(verdict.decidingRule?.rule.name == expected)
  }
}
