import AzureFacts
import AzureResources
import Estate
import IPAddressing
import JSONDocument
import Routing
import SnapshotReading
import TestSupport
import Testing

/// Recorded route tables whose learned routes were recorded apart: what each gateway and Route Server knew goes into
/// the snapshot as an observation, on a gateway or Route Server with the addresses that the record shows.
@Suite("Recorded learned routes")
struct LearnedRouteTests {
  static let folder = OutsideData.cases

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// The network that a gateway or Route Server of the record is in.
    let networks: [String: String]
    let interface: String
    /// A prefix that Azure had from a gateway whose learned routes the record lacks.
    var unrecorded: String?

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "netlab-effective-routes-ars-nva1-u3", networks: ["ars-hub1": "vnet-hub1"], interface: "nic-vm-nva1",
      unrecorded: "10.40.0.0/16"),
    Case(
      name: "netlab-effective-routes-c1-ecmp", networks: ["ars-poland": "vnet-poland"], interface: "nic-vm-c1-ep"),
    Case(
      name: "netlab-effective-routes-square-vm-nva1", networks: ["vpngw-hub1": "vnet-hub1", "ars-hub1": "vnet-hub1"],
      interface: "nic-vm-nva1"),
    Case(
      name: "netlab-effective-routes-square-vm-onprem-ep", networks: ["vpngw-onprem": "vnet-onprem"],
      interface: "nic-vm-onprem-ep"),
    Case(
      name: "netlab-effective-routes-square-vm-hub1-ep",
      networks: ["vpngw-hub1": "vnet-hub1", "ars-hub1": "vnet-hub1"],
      interface: "nic-vm-hub1-ep"),
  ]

  /// The recorded snapshot with gateways and Route Servers, and what they learned.
  static func snapshot(_ sample: Case, _ folder: String) throws -> String {
    let base = try #require(JSONFile.value("\(folder)/\(sample.name)/snapshot.json")?.members)
    let inputs = try #require(JSONFile.value("\(folder)/\(sample.name)/inputs.json"))
    var resources = base["resources"]?.elements ?? []
    var observations: [JSONValue] = []
    for (name, network) in sample.networks {
      let vnet = try #require(resources.first { $0["name"]?.text == network }?["id"]?.text)
      let group = String(
        vnet.prefix(try #require(vnet.firstRange(of: "/virtualNetworks/")).lowerBound.utf16Offset(in: vnet)))
      if let learned = inputs["getLearnedRoutes"]?[name] {
        let addresses = Set((learned["value"]?.elements ?? []).compactMap { $0["localAddress"]?.text }).sorted()
        let id = "\(group)/virtualNetworkGateways/\(name)"
        resources.append(gateway(id, vnet, addresses))
        observations.append(observation("\(id)/getLearnedRoutes", learned))
      }
      for (key, learned) in (inputs["routeServerPeerLearnedRoutes"]?.members?.members ?? []).map({ ($0.key, $0.value) })
      where key == name || key.hasPrefix(name + "/") {
        let id = "\(group)/virtualHubs/\(name)"
        let peer = "\(id)/bgpConnections/\(key.split(separator: "/").last ?? "")"
        resources.append(routeServer(id, vnet, peer))
        observations.append(observation("\(peer)/learnedRoutes", learned))
      }
    }
    return JSONWriter.text(["azimuth": 1, "resources": .array(merged(resources)), "observations": .array(observations)])
  }

  private static func gateway(_ id: String, _ vnet: String, _ addresses: [String]) -> JSONValue {
    [
      "id": .string(id), "name": .string(String(id.split(separator: "/").last ?? "")),
      "properties": [
        "gatewayType": "Vpn", "enableBgp": true,
        "ipConfigurations": [
          ["name": "a", "properties": ["subnet": ["id": .string("\(vnet)/subnets/GatewaySubnet")]]]
        ],
        "bgpSettings": ["bgpPeeringAddresses": [["defaultBgpIpAddresses": .array(addresses.map { .string($0) })]]],
      ],
    ]
  }

  private static func routeServer(_ id: String, _ vnet: String, _ peer: String) -> JSONValue {
    [
      "id": .string(id),
      "properties": [
        "ipConfigurations": [
          ["name": "a", "properties": ["subnet": ["id": .string("\(vnet)/subnets/RouteServerSubnet")]]]
        ],
        "bgpConnections": [["id": .string(peer)]],
      ],
    ]
  }

  /// One Route Server with all its peers, where the record lists its peers apart.
  private static func merged(_ resources: [JSONValue]) -> [JSONValue] {
    var found: [JSONValue] = []
    for resource in resources {
      if let same = found.firstIndex(where: { $0["id"] == resource["id"] }), var object = found[same].members,
        var properties = object["properties"]?.members, let peers = properties["bgpConnections"]?.elements
      {
        properties["bgpConnections"] = .array(peers + (resource["properties"]?["bgpConnections"]?.elements ?? []))
        object["properties"] = .object(properties)
        found[same] = .object(object)
      } else {
        found.append(resource)
      }
    }
    return found
  }

  private static func observation(_ path: String, _ response: JSONValue) -> JSONValue {
    ["method": "POST", "path": .string(path), "status": 200, "response": response]
  }

  @Test(
    "Each recorded table comes out, learned rows included", .enabled(if: folder != nil, "AZIMUTH_CASES is not set"),
    arguments: cases)
  func recorded(sample: Case) throws {
    let folder = try #require(Self.folder)
    let estate = try SnapshotReader.read(text: try Self.snapshot(sample, folder))
    let interface = try #require(estate.networkInterfaces.firstIndex { $0.id.name == sample.interface })
    var builder = RouteTableBuilder(estate)
    let table = builder.table(ofSubnet: try #require(estate.subnet(ofInterface: interface)))
    let prefixes = { (text: String) in sample.unrecorded.map { !text.contains($0) } ?? true }
    let computed = table.routes.filter { $0.nextHopType != .none }.map { route in
      "\(route.source.rawValue) \(route.state.rawValue) \(route.nextHopType.rawValue) "
        + "\(route.addressPrefixes.map { "\($0)" }.sorted()) \(route.nextHopAddresses.map { "\($0)" }.sorted())"
    }
    let answer = try #require(JSONFile.value("\(folder)/\(sample.name)/answer.json")?["value"]?.elements)
    let recorded = answer.filter { $0["nextHopType"] != "None" }.map { row in
      "\(row["source"]?.text ?? "") \(row["state"]?.text ?? "") \(row["nextHopType"]?.text ?? "") "
        + "\((row["addressPrefix"]?.elements ?? []).compactMap(\.text).sorted()) "
        + "\((row["nextHopIpAddress"]?.elements ?? []).compactMap(\.text).sorted())"
    }
    #expect(computed.filter(prefixes).sorted() == recorded.filter(prefixes).sorted())
    #expect(table.missing.isEmpty)
  }
}
