import TestSupport
import Testing
import AzureFacts
import Estate
import Glibc
import JSONDocument
import SnapshotReading

@testable import ARMAnswers

/// A recorded call to Azure, its answer, and the configuration it was made in.
struct RecordedCase: Sendable, CustomTestStringConvertible {
  let name: String
  let type: String
  let confidence: String
  let day: Day
  let request: ARMRequest
  let answer: JSONValue
  let folder: String
  /// Whether the recording holds what gateways learned: only then can learned rows be compared.
  let hasLearnedRoutes: Bool

  var testDescription: String { name }

  /// The folder named by AZIMUTH_CASES.
  static var root: String? { OutsideData.cases }

  /// The cases of these types in which configuration and answer are known to belong together.
  static func all(
    ofType types: String..., confidence: Set<String> = ["high", "error"]
  ) -> [RecordedCase] {
    guard let root else { return [] }
    return OutsideData.names(in: root).compactMap { RecordedCase(folder: "\(root)/\($0)") }
      .filter { types.contains($0.type) && confidence.contains($0.confidence) }
  }

  /// Calls that say nothing without a body.
  private static let callsWithBody: Set<String> = [
    "next-hop", "ip-flow-verify", "security-group-view", "nsg-diagnostic", "connectivity-check", "topology",
  ]

  private init?(folder: String) {
    guard let record = JSONFile.value("\(folder)/case.json"), let answer = JSONFile.value("\(folder)/answer.json"),
      let name = record["id"]?.text, let type = record["type"]?.text, let confidence = record["confidence"]?.text,
      let day = record["asOf"]?.text.flatMap({ Day($0) }), let url = record["request"]?["url"]?.text
    else { return nil }
    let body = record["request"]?["body"] ?? .null
    guard !Self.callsWithBody.contains(type) || body != .null else { return nil }
    // Azure's own failure is no answer.
    let failure = answer["error"]?["code"]?.text
    guard failure != "InternalServerError", failure != "ServerTimeout" else { return nil }
    self.name = name
    self.type = type
    self.confidence = confidence
    self.day = day
    self.answer = answer
    self.folder = folder
    request = ARMRequest(
      method: record["request"]?["method"]?.text ?? "POST", url: url, body: body == .null ? nil : body)
    hasLearnedRoutes = access("\(folder)/inputs.json", F_OK) == 0
  }

  /// What Azimuth answers.
  func respond() throws -> ARMResponse {
    let estate = try SnapshotReader.read(["\(folder)/snapshot.json"])
    return ARMService(estate, asOf: day).respond(to: request)
  }
}
