import Glibc
import JSONDocument
import TestSupport
import Testing

/// - Source: recorded answers `er-*`, `gw-*`, `netlab-er-*`, `netlab-gw-*`.
@Suite(
  "Recorded circuits and gateways",
  .enabled(if: OutsideData.cases != nil, "set AZIMUTH_CASES to the folder of recorded cases"))
struct RecordedHybridTests {
  /// A recorded case: its folder, and the call that it answers.
  struct Recorded: Sendable, CustomTestStringConvertible {
    let name: String
    let method: String
    let path: String
    let circuit: String?
    let snapshot: String

    var testDescription: String { name }
  }

  static let all: [Recorded] = {
    guard let root = OutsideData.cases else { return [] }
    return OutsideData.names(in: root).compactMap { name in
      guard let record = JSONFile.value("\(root)/\(name)/case.json"), let type = record["type"]?.text,
        type.hasPrefix("er-") || type.hasPrefix("gw-"), let answer = JSONFile.value("\(root)/\(name)/answer.json")
      else { return nil }
      let url = record["request"]?["url"]?.text.flatMap { $0.hasPrefix("/") ? $0 : nil }
      let base = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network"
      let path =
        url
        ?? (type.hasPrefix("er-")
          ? "\(base)/expressRouteCircuits/circuit/peerings/AzurePrivatePeering/routeTables/primary"
          : "\(base)/virtualNetworkGateways/gateway/getLearnedRoutes")
      let status: Int64 = if case .integer(let number)? = record["status"] { number } else { 200 }
      let method = type == "er-stats" ? "GET" : "POST"
      let resources = JSONFile.value("\(root)/\(name)/snapshot.json")?["resources"] ?? []
      let observation: JSONValue = [
        "method": .string(method), "path": .string(path), "status": .integer(status), "response": answer,
      ]
      let segments = path.split(separator: "/")
      let type2 = segments.firstIndex { $0 == "expressRouteCircuits" }
      return Recorded(
        name: name, method: method, path: path, circuit: type2.map { String(segments[$0 + 1]) },
        snapshot: JSONWriter.text(["azimuth": 1, "resources": resources, "observations": [observation]]))
    }
  }()

  @Test("There are recorded circuits and gateways")
  func some() {
    #expect(Self.all.count > 40)
    #expect(Self.all.contains { $0.circuit == nil })
  }

  @Test("Every recorded circuit and gateway is loaded and printed by each command", arguments: all)
  func prints(recorded: Recorded) async throws {
    let text = recorded.snapshot
    var lines = [["snapshot", "info"], ["expressroute", "list"], ["expressroute", "list", "-o", "json"]]
    if let circuit = recorded.circuit {
      for verb in ["arp", "routes", "stats"] {
        lines.append(["expressroute", verb, circuit])
        lines.append(["expressroute", verb, circuit, "-o", "json"])
      }
    }
    for line in lines {
      let run = try await AzimuthRun(line + ["--snapshot", "-"], fixture: nil, input: text)
      // 5: nobody asked for that table; 3: the circuit itself was asked for in vain, or has other peerings.
      let isGone =
        recorded.name.contains("er-")
        && (run.error.contains("holds nothing named") || run.error.contains("has no Azure"))
      #expect([0, 5].contains(run.code) || (isGone && run.code == 3), "\(line): \(run.code) \(run.error)")
      #expect(!run.output.isEmpty || isGone || run.code == 5, "\(line)")
    }
    let rest = try await AzimuthRun(
      ["rest", "--method", recorded.method, "--url", recorded.path, "--snapshot", "-"], fixture: nil, input: text)
    let isError = rest.output.contains("\"error\"")
    #expect(rest.code == (isError ? 4 : 0))
    #expect(!rest.output.contains("SnapshotIncomplete"), "\(rest.output)")
  }
}
