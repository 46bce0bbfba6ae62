import Estate
import JSONDocument
import JSONReading
import SnapshotReading
import TestSupport
import Testing

/// Recorded answers about circuits and gateways, put into their snapshot as observations.
enum RecordedCircuit {
  static let absence: Comment = "set AZIMUTH_CASES to the folder of recorded cases"

  static var isAvailable: Bool { OutsideData.cases != nil }

  static let names: [String] = {
    guard let root = OutsideData.cases else { return [] }
    return OutsideData.names(in: root).filter { name in
      ["er-", "gw-", "netlab-er-", "netlab-gw-", "manual-er-", "manual-gw-"].contains { name.hasPrefix($0) }
    }
  }()

  static func answer(_ name: String) throws -> JSONValue {
    try #require(JSONFile.value("\(OutsideData.cases ?? "")/\(name)/answer.json"), "\(name) has no answer")
  }

  /// The cases' resources and answers as one snapshot.
  ///
  /// - Parameter mirroring: Two edges' addresses: what was recorded of the first one's path is given for the second
  ///   one's too, with its address.
  static func estate(_ names: [String], mirroring: (String, String)? = nil) throws -> Estate {
    let root = try #require(OutsideData.cases)
    var resources: [JSONValue] = []
    var observations: [JSONValue] = []
    for name in names {
      let record = try #require(JSONFile.value("\(root)/\(name)/case.json"))
      resources += JSONFile.value("\(root)/\(name)/snapshot.json")?["resources"]?.elements ?? []
      guard let path = record["request"]?["url"]?.text, path.hasPrefix("/") else { continue }
      var status: Int64 = 200
      if case .integer(let written)? = record["status"] { status = written }
      let day = record["asOf"]?.text.map { "\($0)T12:00:00Z" }
      func observation(_ path: String, _ response: JSONValue) -> JSONValue {
        var object = JSONObject([("method", "POST"), ("path", .string(path)), ("status", .integer(status))])
        object["observedAt"] = day.map { .string($0) }
        object["response"] = response
        return .object(object)
      }
      let answer = try answer(name)
      observations.append(observation(path, answer))
      if let (first, second) = mirroring, path.hasSuffix("/primary") {
        let text = JSONWriter.text(answer).split(separator: first, omittingEmptySubsequences: false).joined(
          separator: second)
        observations.append(
          observation(String(path.dropLast("primary".count)) + "secondary", try JSONParser.value(of: Array(text.utf8))))
      }
    }
    return try SnapshotReader.read(
      text: JSONWriter.text([
        "azimuth": 1, "resources": .array(resources), "observations": .array(observations),
      ]))
  }
}
