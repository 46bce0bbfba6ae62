internal import AzureResources

extension ResourceKind {
  /// What people call a resource of the kind.
  var noun: String {
    switch self {
    case .virtualMachine, .scaleSetVirtualMachine: "virtual machine"
    case .networkInterface, .scaleSetNetworkInterface: "NIC"
    case .virtualNetwork: "virtual network"
    case .subnet: "subnet"
    case .routeTable: "route table"
    case .virtualNetworkGateway: "virtual network gateway"
    case .privateEndpoint: "private endpoint"
    case .azureFirewall: "firewall"
    default: typeName.map { String($0.split(separator: "/").last ?? "resource") } ?? "resource"
    }
  }

  /// The kinds in words: `virtual machine, NIC or subnet`.
  static func nouns(_ kinds: Set<ResourceKind>) -> String {
    var seen: Set<String> = []
    let words = kinds.sorted { $0.rawValue < $1.rawValue }.map(\.noun).filter { seen.insert($0).inserted }
    guard words.count > 1, let last = words.last else { return words.first ?? "resource" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
