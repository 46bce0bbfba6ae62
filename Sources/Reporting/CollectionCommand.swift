public import AzureResources

/// The commands of the Azure CLI that collect resources into a snapshot.
public enum CollectionCommand {
  /// The command that prints one resource as JSON.
  public static func showing(_ id: ResourceID) -> String {
    guard let noun = nouns[id.kind] else {
      // A child comes with its parent.
      if let parent = id.parent, nouns[parent.kind] != nil { return showing(parent) }
      return "az resource show --ids \(id) -o json"
    }
    return "az \(noun) show\(id.kind == .virtualMachine ? " -d" : "") --ids \(id) -o json"
  }

  /// The command that lists all resources of a kind; nil where there is none for a whole subscription.
  public static func listing(_ kind: ResourceKind) -> String? {
    guard let noun = nouns[kind] else { return nil }
    if perGroup.contains(kind) { return "az \(noun) list -g <group> -o json" }
    return "az \(noun) list\(kind == .virtualMachine ? " -d" : "") -o json"
  }

  /// Lists that the CLI gives for one group at a time.
  private static let perGroup: Set<ResourceKind> = [.virtualNetworkGateway, .localNetworkGateway, .connection]

  private static let nouns: [ResourceKind: String] = [
    .virtualNetwork: "network vnet", .networkInterface: "network nic", .virtualMachine: "vm",
    .routeTable: "network route-table", .networkSecurityGroup: "network nsg",
    .applicationSecurityGroup: "network asg", .publicIPAddress: "network public-ip",
    .natGateway: "network nat gateway", .loadBalancer: "network lb", .azureFirewall: "network firewall",
    .bastionHost: "network bastion", .applicationGateway: "network application-gateway",
    .virtualNetworkGateway: "network vnet-gateway", .localNetworkGateway: "network local-gateway",
    .connection: "network vpn-connection", .expressRouteCircuit: "network express-route",
    .virtualWAN: "network vwan", .virtualHub: "network vhub", .vpnGateway: "network vpn-gateway",
    .vpnSite: "network vpn-site", .privateEndpoint: "network private-endpoint",
    .privateDNSZone: "network private-dns zone", .scaleSet: "vmss",
  ]
}
