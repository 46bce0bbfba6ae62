import Testing
import AzureFacts
import Estate
import Glibc
import JSONDocument
import JSONReading
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
  static var root: String? { getenv("AZIMUTH_CASES").map { String(cString: $0) } }

  /// The cases of these types in which configuration and answer are known to belong together.
  static func all(ofType types: String...) -> [RecordedCase] {
    guard let root, let listing = opendir(root) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
      )
    }
    return names.sorted().compactMap { RecordedCase(folder: "\(root)/\($0)") }
      .filter { types.contains($0.type) && ["high", "error"].contains($0.confidence) }
  }

  private init?(folder: String) {
    guard let record = Self.json("\(folder)/case.json"), let answer = Self.json("\(folder)/answer.json"),
      let name = record["id"]?.text, let type = record["type"]?.text, let confidence = record["confidence"]?.text,
      let day = record["asOf"]?.text.flatMap({ Day($0) }), let url = record["request"]?["url"]?.text
    else { return nil }
    let body = record["request"]?["body"] ?? .null
    guard !["next-hop", "ip-flow-verify"].contains(type) || body != .null else { return nil }
    // Azure's own failure is no answer.
    guard answer["error"]?["code"]?.text != "InternalServerError" else { return nil }
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

  private static func json(_ path: String) -> JSONValue? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return try? JSONParser.value(of: bytes)
  }
}
