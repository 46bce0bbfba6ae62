import AzureResources
import JSONDocument
import Remediation
import Testing

@Suite("Changes as commands")
struct ChangeTests {
  static let group = "/subscriptions/s1/resourceGroups/rg"

  static func id(_ rest: String) throws -> ResourceID {
    try #require(ResourceID("\(group)/providers/Microsoft.Network/\(rest)"))
  }

  @Test("A change is one complete command of az")
  func commands() throws {
    let nic = try Self.id("networkInterfaces/n")
    let route = try Self.id("routeTables/t/routes/r")
    let peering = try Self.id("virtualNetworks/v/virtualNetworkPeerings/p")
    let configuration = try Self.id("networkInterfaces/n/ipConfigurations/c")
    let rule = try Self.id("networkSecurityGroups/g/securityRules/allow-web")
    let expected: [(Change, String)] = [
      (
        .set(nic, property: "enableIPForwarding", value: true),
        "az network nic update --ids \(nic) --ip-forwarding true"
      ),
      (
        .set(peering, property: "allowForwardedTraffic", value: true),
        "az network vnet peering update --subscription s1 -g rg --vnet-name v -n p --set allowForwardedTraffic=true"
      ),
      (
        .delete(route),
        "az network route-table route delete --subscription s1 -g rg --route-table-name t -n r"
      ),
      (
        .set(configuration, property: "applicationSecurityGroups", value: [["id": "/a"], ["id": "/b"]]),
        "az network nic ip-config update --subscription s1 -g rg --nic-name n -n c --application-security-groups /a /b"
      ),
      (
        .put(
          rule,
          properties: JSONObject([
            ("priority", 100), ("direction", "Inbound"), ("access", "Allow"), ("protocol", "Tcp"),
            ("sourceAddressPrefix", "*"), ("sourcePortRange", "*"), ("destinationAddressPrefix", "10.0.0.4/32"),
            ("destinationPortRange", "443"),
          ]), location: nil),
        "az network nsg rule create --subscription s1 -g rg --nsg-name g -n allow-web --priority 100 --direction Inbound"
          + " --access Allow --protocol Tcp --source-address-prefixes '*' --source-port-ranges '*'"
          + " --destination-address-prefixes 10.0.0.4/32 --destination-port-ranges 443"
      ),
      (
        .set(try Self.id("bastionHosts/b"), property: "enableTunneling", value: true),
        "az resource update --ids \(Self.group)/providers/Microsoft.Network/bastionHosts/b"
          + " --set properties.enableTunneling=true"
      ),
    ]
    for (change, command) in expected { #expect(change.commands == [command]) }
  }

  @Test("What a shell would read otherwise is quoted")
  func quoting() throws {
    let change = Change.set(
      try Self.id("bastionHosts/b"), property: "dnsName", value: .string("it's; rm -rf $HOME"))
    #expect(change.commands.first?.hasSuffix("--set 'properties.dnsName=it'\\''s; rm -rf $HOME'") == true)
  }
}
