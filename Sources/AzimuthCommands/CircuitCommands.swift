internal import AzureResources
internal import HybridConnectivity

/// The commands of the Azure CLI that print a circuit's tables, into files that are named so that a snapshot knows them.
enum CircuitCommands {
  static func recording(
    _ call: CircuitCall, of circuit: ResourceID, _ peering: PeeringType, _ path: DevicePath?
  ) -> String {
    let group = " -g \(circuit.resourceGroup ?? "<group>")"
    let verb =
      switch call {
      case .arpTable: "list-arp-tables"
      case .routeTable: "list-route-tables"
      case .routeSummary: "list-route-tables-summary"
      case .statistics: "peering get-stats"
      }
    guard call != .statistics else {
      return "az network express-route \(verb)\(group) --circuit-name \(circuit.name) -n \(peering.rawValue) -o json"
        + " > \(circuit.name).\(peering.rawValue).stats.json"
    }
    let device = path?.rawValue ?? "primary"
    return "az network express-route \(verb)\(group) -n \(circuit.name) --peering-name \(peering.rawValue)"
      + " --path \(device) -o json > \(circuit.name).\(peering.rawValue).\(call.rawValue).\(device).json"
  }
}
