/// Snapshots of virtual hubs.
enum HubSnapshot {
  private static let root = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network"

  private static func network(_ name: String, _ prefix: String) -> String {
    """
    {"id": "\(root)/virtualNetworks/\(name)", "location": "westus", "properties": {
      "addressSpace": {"addressPrefixes": ["\(prefix)"]},
      "subnets": [{"name": "s", "properties": {"addressPrefix": "\(prefix)"}}]}}
    """
  }

  private static let hub = """
    {"id": "\(root)/virtualHubs/hub", "location": "westus", "properties": {
      "addressPrefix": "10.200.0.0/24", "virtualWan": {"id": "\(root)/virtualWans/wan"}}}
    """

  private static func connection(_ network: String, routing: String = "{}") -> String {
    """
    {"id": "\(root)/virtualHubs/hub/hubVirtualNetworkConnections/to-\(network)", "properties": {
      "remoteVirtualNetwork": {"id": "\(root)/virtualNetworks/\(network)"}, "routingConfiguration": \(routing)}}
    """
  }

  /// One network on a hub, as its default table was recorded.
  static let oneConnection = "[\(network("v", "10.4.0.0/24")), \(hub), \(connection("v"))]"

  /// The same with a private routing policy.
  static let routingIntent = """
    [\(network("v", "10.4.0.0/24")), \(hub), \(connection("v")),
     {"id": "\(root)/virtualHubs/hub/routingIntent/intent", "properties": {"routingPolicies": [
       {"name": "private", "destinations": ["PrivateTraffic"], "nextHop": "\(root)/azureFirewalls/fw"}]}}]
    """

  /// Two networks in a table of their own that propagate to the default table, and a branch.
  static let isolatedNetworks: String = {
    let routing = """
      {"associatedRouteTable": {"id": "\(root)/virtualHubs/hub/hubRouteTables/RT_VNET"},
       "propagatedRouteTables": {"ids": [{"id": "\(root)/virtualHubs/hub/hubRouteTables/defaultRouteTable"}]}}
      """
    return """
      [\(network("v1", "10.1.0.0/16")), \(network("v2", "10.2.0.0/16")), \(hub),
       \(connection("v1", routing: routing)), \(connection("v2", routing: routing)),
       {"id": "\(root)/virtualHubs/hub/hubRouteTables/RT_VNET", "properties": {"routes": [], "labels": []}},
       {"id": "\(root)/vpnGateways/gw", "properties": {"virtualHub": {"id": "\(root)/virtualHubs/hub"},
         "connections": [{"name": "c", "properties": {"remoteVpnSite": {"id": "\(root)/vpnSites/branch"}}}]}},
       {"id": "\(root)/vpnSites/branch", "properties": {"addressSpace": {"addressPrefixes": ["192.168.0.0/16"]}}}]
      """
  }()
}
