import AzureFacts
import Estate
import JSONDocument
import JSONReading
import SnapshotReading

@testable import ARMAnswers

/// A small estate, and calls to it.
enum SampleEstate {
  static let subscription = "/subscriptions/s1"
  static let group = "\(subscription)/resourceGroups/Net"
  static let network = "\(group)/providers/Microsoft.Network"
  static let machine = "\(group)/providers/Microsoft.Compute/virtualMachines"

  /// A network with three subnets (one of them a record of its own), a route table, a machine with two NICs that
  /// forwards, a stopped machine, a NIC with nothing, and a second group and subscription.
  static let resources = """
    {"id": "\(network)/virtualNetworks/Hub", "name": "Hub", "type": "Microsoft.Network/virtualNetworks",
     "location": "westeurope", "tags": {"a": "b"}, "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]},
      "subnets": [
       {"name": "Front", "properties": {"addressPrefix": "10.0.0.0/24"}},
       {"name": "Back", "properties": {"addressPrefix": "10.0.1.0/24",
        "routeTable": {"id": "\(network)/routeTables/Detour"}}}]}},
    {"id": "\(network)/virtualNetworks/Hub/subnets/Extra", "name": "Extra",
     "properties": {"addressPrefix": "10.0.2.0/24"}},
    {"id": "\(network)/routeTables/Detour", "name": "Detour", "location": "westeurope",
     "properties": {"disableBgpRoutePropagation": true, "routes": [{"name": "out",
      "properties": {"addressPrefix": "0.0.0.0/0", "nextHopType": "VirtualAppliance", "nextHopIpAddress": "10.0.0.9"}}]}},
    {"id": "\(machine)/web", "location": "westeurope", "properties": {"networkProfile": {"networkInterfaces": [
      {"id": "\(network)/networkInterfaces/web-1", "properties": {"primary": true}},
      {"id": "\(network)/networkInterfaces/web-2", "properties": {"primary": false}}]}}},
    {"id": "\(machine)/asleep", "location": "westeurope", "properties": {
      "instanceView": {"statuses": [{"code": "PowerState/deallocated"}]},
      "networkProfile": {"networkInterfaces": [{"id": "\(network)/networkInterfaces/asleep-1"}]}}},
    \(interface("web-1", "Front", "10.0.0.4")),
    \(interface("web-2", "Back", "10.0.1.4")),
    \(interface("asleep-1", "Front", "10.0.0.5")),
    \(interface("loose", "Front", "10.0.0.6", #""provisioningState": "Succeeded""#)),
    \(interface("lost", "Nowhere", "10.9.0.6")),
    {"id": "/subscriptions/s1/resourceGroups/other/providers/Microsoft.Network/privateDnsZones/example.org",
     "location": "global", "properties": {}},
    {"id": "/subscriptions/s2/resourceGroups/Far/providers/Microsoft.Odd/things/x", "location": "West Europe"}
    """

  /// A NIC in a subnet of the sample's network.
  static func interface(
    _ name: String, _ subnet: String, _ address: String?, _ properties: String = #""enableIPForwarding": false"#
  ) -> String {
    """
    {"id": "\(network)/networkInterfaces/\(name)", "location": "westeurope", "properties": {\(properties),
      "ipConfigurations": [{"name": "one", "properties": {
       \(address.map { "\"privateIPAddress\": \"\($0)\"," } ?? "")
       "subnet": {"id": "\(network)/virtualNetworks/Hub/subnets/\(subnet)"}}}]}}
    """
  }

  /// The estate of these resources and observations.
  static func read(_ resources: String = resources, adding more: String = "", observations: String = "") throws
    -> Estate
  {
    let all = more.isEmpty ? resources : "\(resources), \(more)"
    return try SnapshotReader.read(
      text: #"{"azimuth": 1, "resources": [\#(all)], "observations": [\#(observations)]}"#)
  }

  static func json(_ text: String) throws -> JSONValue { try JSONParser.value(of: Array(text.utf8)) }
}

extension ARMService {
  /// Answers a GET.
  func get(_ url: String) -> ARMResponse { respond(to: ARMRequest(method: "GET", url: url)) }

  /// Answers a POST with this body.
  func post(_ url: String, _ body: JSONValue? = nil) -> ARMResponse {
    respond(to: ARMRequest(method: "POST", url: url, body: body))
  }
}

extension ARMResponse {
  /// The error's code.
  var code: String? { body["error"]?["code"]?.text }
  /// The error's message.
  var message: String { body["error"]?["message"]?.text ?? "" }
  /// The names of a list's elements, or the last segments of their ids.
  var names: [String] {
    (body["value"]?.elements ?? []).map { element in
      element["name"]?.text ?? element["id"]?.text?.split(separator: "/").last.map(String.init) ?? "?"
    }
  }
}
