import AzureResources
import Testing

@testable import Reporting

@Suite("Commands that collect")
struct CollectionCommandTests {
  private static let base = "/subscriptions/s/resourceGroups/g/providers"

  @Test(
    "A resource is shown by its own command, a child by its parent's, anything else by `az resource`",
    arguments: [
      ("/Microsoft.Network/networkInterfaces/n", "az network nic show --ids ID -o json"),
      ("/Microsoft.Compute/virtualMachines/v", "az vm show -d --ids ID -o json"),
      ("/Microsoft.Network/virtualNetworks/v/subnets/s", "az network vnet show --ids PARENT -o json"),
      ("/Microsoft.Network/routeTables/t/routes/r", "az network route-table show --ids PARENT -o json"),
      ("/Microsoft.Web/sites/w", "az resource show --ids ID -o json"),
    ])
  func showing(_ path: String, _ command: String) throws {
    let id = try #require(ResourceID(Self.base + path))
    let parts = command.split(separator: " ").map { word in
      word == "ID" ? id.text : word == "PARENT" ? id.parent?.text ?? "" : String(word)
    }
    #expect(CollectionCommand.showing(id) == parts.joined(separator: " "))
  }

  @Test("Lists that the CLI gives by group say so")
  func listing() {
    #expect(CollectionCommand.listing(.networkInterface) == "az network nic list -o json")
    #expect(CollectionCommand.listing(.virtualMachine) == "az vm list -d -o json")
    #expect(CollectionCommand.listing(.virtualNetworkGateway) == "az network vnet-gateway list -g <group> -o json")
    #expect(CollectionCommand.listing(.other) == nil)
  }
}
