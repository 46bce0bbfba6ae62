import AzureResources
import Estate
import Glibc
import JSONDocument
import SnapshotReading
import TestSupport
import Testing

@testable import Auditing

/// A tenant of the generator in the folder that `AZIMUTH_PEERS` names, with the faults that it planted.
struct GeneratedTenant {
  struct Fault {
    let kind: String
    let resource: ResourceID
  }

  let estate: Estate
  let faults: [Fault]

  static let absence: Comment = "AZIMUTH_PEERS names no folder with the generator, or python3 is missing"

  static var isAvailable: Bool { tools != nil && system("command -v python3 >/dev/null") == 0 }

  private static var tools: String? { getenv("AZIMUTH_PEERS").map { String(cString: $0) } }

  init(size: String, seed: Int, clean: Bool = false, others: String = "") throws {
    var template = Array("/tmp/azimuth-audit-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    let folder = String(cString: made)
    defer { _ = system("rm -r '\(folder)'") }
    let tools = try #require(Self.tools)
    let options = "--size \(size) --seed \(seed) \(clean ? "--clean" : "") \(others) --out '\(folder)'"
    try #require(system("python3 '\(tools)/gen_tenant.py' \(options) >/dev/null") == 0)
    let files = ["tenant", "gateway_learned_routes", "service_tags"].map { "\(folder)/\($0).json" }
    estate = try SnapshotReader.read(files, standardInput: 0)
    let planted = try #require(JSONFile.value("\(folder)/truth.json")?.elements)
    faults = try planted.map { fault in
      Fault(
        kind: fault["kind"]?.text ?? "", resource: try #require(fault["resource"]?.text.flatMap { ResourceID($0) }))
    }
  }
}
