internal import AzureResources
internal import HybridConnectivity

/// Commands of the Azure CLI that collect what a check needs.
enum CircuitCommand {
  static func arp(_ circuit: ResourceID, _ type: PeeringType, _ path: DevicePath) -> String {
    table("list-arp-tables", circuit, type, path)
  }

  static func summary(_ circuit: ResourceID, _ type: PeeringType, _ path: DevicePath) -> String {
    table("list-route-tables-summary", circuit, type, path)
  }

  static func routes(_ circuit: ResourceID, _ type: PeeringType, _ path: DevicePath) -> String {
    table("list-route-tables", circuit, type, path)
  }

  static func statistics(_ circuit: ResourceID, _ type: PeeringType) -> String {
    "az network express-route peering get-stats \(names(circuit, "circuit-name")) -n \(type.rawValue) -o json"
  }

  static func show(_ circuit: ResourceID) -> String { "az network express-route show --ids \(circuit) -o json" }

  static func peering(_ circuit: ResourceID, _ type: PeeringType) -> String {
    "az network express-route peering show \(names(circuit, "circuit-name")) -n \(type.rawValue) -o json"
  }

  static func metrics(_ resource: ResourceID, _ names: [String]) -> String {
    "az monitor metrics list --resource \(resource) --metrics \(names.joined(separator: " ")) -o json"
  }

  static func events(_ resource: ResourceID) -> String {
    "az monitor activity-log list --resource-id \(resource) --offset 7d -o json"
  }

  private static func table(
    _ command: String, _ circuit: ResourceID, _ type: PeeringType, _ path: DevicePath
  ) -> String {
    "az network express-route \(command) \(names(circuit, "name")) --path \(path.rawValue) --peering-name"
      + " \(type.rawValue) -o json"
  }

  private static func names(_ circuit: ResourceID, _ option: String) -> String {
    let group = circuit.resourceGroup.map { "-g \($0) " } ?? ""
    return "\(group)--\(option) \(circuit.name)"
  }
}
