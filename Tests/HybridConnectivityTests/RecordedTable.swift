import AzureResources
import Estate
import JSONDocument
import SnapshotReading
import TestSupport
import Testing

@testable import HybridConnectivity

/// A recorded answer about a circuit or a gateway, put into its snapshot as an observation.
struct RecordedTable: Sendable, CustomTestStringConvertible {
  let name: String
  let type: String
  let path: String
  let answer: JSONValue
  let status: Int
  let resources: [JSONValue]

  var testDescription: String { name }

  /// The cases of circuits and gateways; those whose call wasn't recorded get one on a circuit of their own.
  static let all: [RecordedTable] = {
    guard let root = OutsideData.cases else { return [] }
    return OutsideData.names(in: root).compactMap { RecordedTable(folder: "\(root)/\($0)") }
  }()

  private static let calls = [
    "er-arp-table": "arpTables/primary", "er-route-table": "routeTables/primary",
    "er-route-summary": "routeTablesSummary/primary", "er-stats": "stats",
    "gw-learned-routes": "getLearnedRoutes", "gw-advertised-routes": "getAdvertisedRoutes",
    "gw-bgp-peer-status": "getBgpPeerStatus",
  ]

  private init?(folder: String) {
    guard let record = JSONFile.value("\(folder)/case.json"), let answer = JSONFile.value("\(folder)/answer.json"),
      let name = record["id"]?.text, let type = record["type"]?.text, let call = Self.calls[type]
    else { return nil }
    self.name = name
    self.type = type
    self.answer = answer
    status = record.integer("status").map(Int.init) ?? 200
    resources = JSONFile.value("\(folder)/snapshot.json")?["resources"]?.elements ?? []
    let group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network"
    let owner =
      type.hasPrefix("er-")
      ? "\(group)/expressRouteCircuits/circuit/peerings/AzurePrivatePeering" : "\(group)/virtualNetworkGateways/gateway"
    let url = record["request"]?["url"]?.text
    path = url.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(owner)/\(call)"
  }

  /// The snapshot with the answer as an observation.
  var estate: Estate {
    get throws {
      let observation: JSONValue = [
        "method": "POST", "path": .string(path), "status": .integer(Int64(status)), "response": answer,
      ]
      let snapshot: JSONValue = ["azimuth": 1, "resources": .array(resources), "observations": [observation]]
      return try SnapshotReader.read(text: JSONWriter.text(snapshot))
    }
  }
}
