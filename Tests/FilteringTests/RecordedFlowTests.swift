import AzureFacts
import AzureResources
import Estate
import Filtering
import Glibc
import IPAddressing
import JSONDocument
import JSONReading
import Routing
import SnapshotReading
import Testing

/// Azure's own answers to `ipFlowVerify`, where a folder of them is at hand.
@Suite("Recorded answers of IP flow verify")
struct RecordedFlowTests {
  static let folder = getenv("AZIMUTH_CASES").map { String(cString: $0) }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let day: Day
    let body: JSONValue
    let answer: JSONValue

    var testDescription: String { name }
  }

  static func read(_ path: String) -> JSONValue? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return try? JSONParser.value(of: bytes)
  }

  static let cases: [Case] = {
    guard let folder, let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var found: [Case] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      guard let record = read("\(folder)/\(name)/case.json"), record["type"]?.text == "ip-flow-verify",
        record["confidence"]?.text == "high", let body = record["request"]?["body"], body.members != nil,
        let answer = read("\(folder)/\(name)/answer.json"), let day = record["asOf"]?.text.flatMap({ Day($0) })
      else { continue }
      found.append(Case(name: name, day: day, body: body, answer: answer))
    }
    return found.sorted { $0.name < $1.name }
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
    let decided = verdict.stages.last.flatMap { stage -> Substring? in
      switch stage.outcome {
      case .allowed(let evaluation), .denied(let evaluation): evaluation.rule.name
      case .unknown: nil
      }
    }
    #expect(decided == expected)
  }
}
