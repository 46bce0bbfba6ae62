import AzureResources
import Testing

@testable import AzimuthCommands

@Suite("Names of resources")
struct ResourceNameTests {
  static let base = "/subscriptions/s/resourceGroups/Web-RG/providers/Microsoft.Network"

  @Test(
    "A name matches the last parts of an id, and a group with the names after it",
    arguments: [
      ("vm-1", "/networkInterfaces/VM-1", true), ("vm-2", "/networkInterfaces/vm-1", false),
      ("web-rg/vm-1", "/networkInterfaces/vm-1", true), ("other-rg/vm-1", "/networkInterfaces/vm-1", false),
      ("networkinterfaces/vm-1", "/networkInterfaces/vm-1", true),
      ("virtualMachines/vm-1", "/networkInterfaces/vm-1", false),
      ("hub/default", "/virtualNetworks/hub/subnets/default", true),
      ("spoke/default", "/virtualNetworks/hub/subnets/default", false),
      ("subnets/default", "/virtualNetworks/hub/subnets/default", true),
      ("web-rg/default", "/virtualNetworks/hub/subnets/default", true),
      ("web-rg/hub/default", "/virtualNetworks/hub/subnets/default", true),
      ("web-rg/spoke/default", "/virtualNetworks/hub/subnets/default", false),
      ("hub", "/virtualNetworks/hub/subnets/default", false), ("", "/networkInterfaces/vm-1", false),
      ("x/y/z/vm-1", "/networkInterfaces/vm-1", false),
    ])
  func matches(_ name: String, _ path: String, _ expected: Bool) throws {
    let id = try #require(ResourceID(Self.base + path))
    #expect(ResourceName(name).matches(id) == expected)
  }
}
