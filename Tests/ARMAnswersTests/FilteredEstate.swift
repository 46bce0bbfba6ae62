import Estate

/// An estate with groups at a subnet and at NICs: a machine with two NICs, one with two groups and one with none, and a
/// stopped machine.
enum FilteredEstate {
  static let network = SampleEstate.network
  static let machine = SampleEstate.machine
  static let watcher = "\(network)/networkWatchers/w"
  static let interface = "\(network)/networkInterfaces"
  static let subnet = "\(network)/virtualNetworks/Hub/subnets"

  static func read() throws -> Estate { try SampleEstate.read(resources) }

  private static let resources = """
    {"id": "\(network)/virtualNetworks/Hub", "location": "westeurope",
     "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]}, "subnets": [
      {"name": "Front", "properties": {"addressPrefix": "10.0.0.0/24",
       "networkSecurityGroup": {"id": "\(network)/networkSecurityGroups/around"}}},
      {"name": "Back", "properties": {"addressPrefix": "10.0.1.0/24"}}]}},
    {"id": "\(network)/networkSecurityGroups/around", "location": "westeurope", "properties": {"securityRules": [
      \(rule("web", 100, "Inbound", "Allow", "Tcp", from: "Internet", port: "443")),
      \(rule("no-dns", 200, "Outbound", "Deny", "Udp", from: "*", port: "53"))]}},
    {"id": "\(network)/networkSecurityGroups/own", "location": "westeurope", "properties": {"securityRules": [
      \(rule("office", 100, "Inbound", "Allow", "*", from: "203.0.113.0/24", port: "*"))]}},
    {"id": "\(network)/publicIPAddresses/web-ip", "location": "westeurope",
     "properties": {"ipAddress": "198.51.100.7"}},
    {"id": "\(machine)/web", "location": "westeurope", "properties": {"networkProfile": {"networkInterfaces": [
      {"id": "\(interface)/web-1", "properties": {"primary": true}},
      {"id": "\(interface)/web-2", "properties": {"primary": false}}]}}},
    {"id": "\(machine)/asleep", "location": "westeurope", "properties": {
      "instanceView": {"statuses": [{"code": "PowerState/deallocated"}]},
      "networkProfile": {"networkInterfaces": [{"id": "\(interface)/asleep-1"}]}}},
    {"id": "\(interface)/web-1", "location": "westeurope", "properties": {
      "networkSecurityGroup": {"id": "\(network)/networkSecurityGroups/own"},
      "ipConfigurations": [{"name": "one", "properties": {"privateIPAddress": "10.0.0.4",
       "subnet": {"id": "\(subnet)/Front"}, "publicIPAddress": {"id": "\(network)/publicIPAddresses/web-ip"}}}]}},
    \(SampleEstate.interface("web-2", "Back", "10.0.1.4")),
    \(SampleEstate.interface("asleep-1", "Front", "10.0.0.5"))
    """

  private static func rule(
    _ name: String, _ priority: Int, _ direction: String, _ access: String, _ transport: String, from source: String,
    port: String
  ) -> String {
    """
    {"name": "\(name)", "properties": {"priority": \(priority), "direction": "\(direction)", "access": "\(access)",
     "protocol": "\(transport)", "sourceAddressPrefix": "\(source)", "sourcePortRange": "*",
     "destinationAddressPrefix": "*", "destinationPortRange": "\(port)"}}
    """
  }
}
