import AzureResources
import Estate
import Findings
import GatewayVerification
import JSONDocument
import SnapshotReading
import TestSupport
import Testing

/// Azure's own recorded answers about gateways, put into the snapshots that they were recorded in.
@Suite("Recorded gateways")
struct RecordedGatewayTests {
  static let cases: [String] =
    OutsideData.cases.map { folder in
      OutsideData.names(in: folder).filter { $0.contains("gw-") || $0.hasPrefix("vpn-troubleshoot") }
    } ?? []

  /// The snapshot of a case with its answer as an observation; nil for a case without a call.
  static func estate(_ name: String) throws -> (Estate, answer: JSONValue, target: ResourceID?) {
    let folder = "\(try #require(OutsideData.cases))/\(name)"
    let record = try #require(JSONFile.value("\(folder)/case.json"))
    let answer = try #require(JSONFile.value("\(folder)/answer.json"))
    var snapshot = try #require(JSONFile.value("\(folder)/snapshot.json")?.members)
    let request = record["request"] ?? .null
    var observations = snapshot["observations"]?.elements ?? []
    let url = request["url"]?.text ?? ""
    observations.append([
      "method": request["method"] ?? "POST", "path": .string(url), "body": request["body"] ?? .null,
      "status": record["status"] ?? 200, "response": answer,
    ])
    snapshot["observations"] = .array(observations)
    let estate = try SnapshotReader.read(text: JSONWriter.text(.object(snapshot)))
    let target = request["body"]?["targetResourceId"]?.text.flatMap { ResourceID($0) }
    return (estate, answer, target)
  }

  @Test(
    "Every troubleshoot answer is read and explained",
    .enabled(if: !cases.isEmpty, "skipped: AZIMUTH_CASES names no recorded cases"),
    arguments: cases.filter { $0.hasPrefix("vpn-troubleshoot") })
  func troubleshoot(_ name: String) throws {
    let (estate, answer, target) = try Self.estate(name)
    let catalog = GatewayCatalog(estate)
    let result = try #require(catalog.troubleshootResults.last)
    #expect(result.code == answer["code"]?.text)
    if let error = answer["error"] {
      let code = try #require(error["code"]?.text)
      #expect(result.error?.contains(code) == true)
      #expect(!result.isResult)
    }
    #expect(result.findings.count == answer["results"]?.elements?.count ?? 0)
    // Where the record doesn't say what was asked, the answer itself is all there is.
    for (finding, code) in result.explained where target != nil {
      let code = try #require(code, "\(finding.id) isn't explained")
      #expect(code.isFault == (finding.id != "NoFault"))
      #expect(!code.meaning.isEmpty && !code.action.isEmpty)
    }
    guard let target, result.isResult else { return }
    let found = try #require(catalog.troubleshootResult(of: estate.resolve(target) ?? target))
    #expect(found.code == answer["code"]?.text)
  }

  @Test(
    "Every recorded gateway is verified, and what Network Watcher found is among the faults",
    .enabled(if: !cases.isEmpty, "skipped: AZIMUTH_CASES names no recorded cases"), arguments: cases)
  func verified(_ name: String) throws {
    let (estate, answer, target) = try Self.estate(name)
    let catalog = GatewayCatalog(estate)
    for gateway in catalog.gateways {
      let verification = try #require(GatewayVerifier(catalog).verify(gateway.id))
      #expect(verification.resource == gateway.id)
      #expect(verification.checks.allSatisfy { !$0.summary.isEmpty })
      let isAsked = target.map { (estate.resolve($0) ?? $0) == gateway.id } ?? false
      if isAsked, answer["code"]?.text == "UnHealthy" {
        #expect(verification.checks.contains { $0.code == .troubleshootFault && $0.status == .fail })
      }
    }
  }

  @Test(
    "The recorded healthy ExpressRoute gateway has no fault",
    .enabled(if: !cases.isEmpty, "skipped: AZIMUTH_CASES names no recorded cases"),
    arguments: cases.filter { $0.hasPrefix("netlab-gw") && $0.contains("megaport") })
  func healthy(_ name: String) throws {
    let (estate, _, _) = try Self.estate(name)
    let catalog = GatewayCatalog(estate)
    let gateway = try #require(catalog.gateways.first)
    let verification = try #require(GatewayVerifier(catalog).verify(gateway.id))
    #expect(verification.cause == nil, "\(verification.cause?.summary ?? "")")
    #expect(
      verification.checks.allSatisfy { $0.status != .warning },
      "\(verification.checks.filter { $0.status == .warning })")
  }
}
