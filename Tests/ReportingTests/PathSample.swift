import Diagnosis
import Estate
import IPAddressing
import JSONDocument
import PathAnalysis
import SnapshotReading

/// Diagnoses to draw: a sender, an appliance in a peered hub, a destination behind it, each with names of one's choice.
enum PathSample {
  /// - Parameters:
  ///   - name: What everything is called, with something short in front.
  ///   - forwards: Whether the appliance's NIC forwards: else the path stops there.
  static func diagnosis(named name: String = "", forwards: Bool = true) throws -> Diagnosis {
    let estate = try SnapshotReader.read(text: JSONWriter.text(.array(resources(name, forwards: forwards))))
    var diagnoser = Diagnoser(estate, machines: .asIfRunning)
    return try diagnoser.diagnose(
      Question(from: .address(try IPAddress("10.1.0.4")), to: .address(try IPAddress("10.2.0.4")), port: 443))
  }

  private static let group = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network"

  private static func id(_ type: String, _ name: String) -> JSONValue { .string("\(group)/\(type)/\(name)") }

  private static func resources(_ name: String, forwards: Bool) -> [JSONValue] {
    let (app, hub, data) = ("app\(name)", "hub\(name)", "data\(name)")
    return [
      network(app, "10.1.0.0/16", peers: [(hub, "10.0.0.0/16")], table: "to-data\(name)"),
      network(hub, "10.0.0.0/16", peers: [(app, "10.1.0.0/16"), (data, "10.2.0.0/16")], table: nil),
      network(data, "10.2.0.0/16", peers: [(hub, "10.0.0.0/16")], table: "to-app\(name)"),
      table("to-data\(name)", "10.2.0.0/16"), table("to-app\(name)", "10.1.0.0/16"),
      interface("sender\(name)", "10.1.0.4", in: app, forwards: false),
      interface("nva\(name)", "10.0.0.4", in: hub, forwards: forwards),
      interface("target\(name)", "10.2.0.4", in: data, forwards: false),
    ]
  }

  private static func network(
    _ name: String, _ space: String, peers: [(String, String)], table: String?
  ) -> JSONValue {
    var subnet = JSONObject([("addressPrefix", .string(space))])
    if let table { subnet["routeTable"] = ["id": id("routeTables", table)] }
    let peerings = peers.map { peer, prefix -> JSONValue in
      [
        "name": .string("\(name)-\(peer)"),
        "properties": [
          "peeringState": "Connected", "allowVirtualNetworkAccess": true, "allowForwardedTraffic": true,
          "remoteVirtualNetwork": ["id": id("virtualNetworks", peer)],
          "remoteAddressSpace": ["addressPrefixes": [.string(prefix)]],
        ],
      ]
    }
    return [
      "id": id("virtualNetworks", name),
      "properties": [
        "addressSpace": ["addressPrefixes": [.string(space)]],
        "subnets": [["name": .string("sub-\(name)"), "properties": .object(subnet)]],
        "virtualNetworkPeerings": .array(peerings),
      ],
    ]
  }

  private static func table(_ name: String, _ prefix: String) -> JSONValue {
    [
      "id": id("routeTables", name),
      "properties": [
        "routes": [
          [
            "name": .string("by-\(name)"),
            "properties": [
              "addressPrefix": .string(prefix), "nextHopType": "VirtualAppliance", "nextHopIpAddress": "10.0.0.4",
            ],
          ]
        ]
      ],
    ]
  }

  private static func interface(_ name: String, _ address: String, in network: String, forwards: Bool) -> JSONValue {
    [
      "id": id("networkInterfaces", name),
      "properties": [
        "enableIPForwarding": .bool(forwards),
        "ipConfigurations": [
          [
            "name": "one",
            "properties": [
              "privateIPAddress": .string(address),
              "subnet": ["id": id("virtualNetworks", "\(network)/subnets/sub-\(network)")],
            ],
          ]
        ],
      ],
    ]
  }
}
