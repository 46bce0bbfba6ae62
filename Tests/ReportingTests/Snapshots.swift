import Estate
import SnapshotReading

/// Small estates for tests of reports.
enum Snapshots {
  static let base = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network"

  static func estate(_ resources: String...) throws -> Estate {
    try SnapshotReader.read(text: "[\(resources.joined(separator: ","))]")
  }

  /// A resource of `Microsoft.Network` with these properties.
  static func resource(_ path: String, _ properties: String, location: String = "westeurope") -> String {
    "{\"id\": \"\(base)/\(path)\", \"location\": \"\(location)\", \"properties\": {\(properties)}}"
  }

  /// A virtual network with one subnet `s`.
  static func network(_ name: String, _ prefix: String, subnet: String = "", extra: String = "") -> String {
    resource(
      "virtualNetworks/\(name)",
      """
      "addressSpace": {"addressPrefixes": ["\(prefix)"]}, "subnets": [{"name": "s", "properties": {
      "addressPrefix": "\(prefix)"\(subnet.isEmpty ? "" : ", " + subnet)}}]\(extra.isEmpty ? "" : ", " + extra)
      """)
  }
}
