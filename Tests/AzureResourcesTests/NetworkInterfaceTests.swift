import AzureResources
import IPAddressing
import Testing

@Suite("Network interfaces and machines")
struct NetworkInterfaceTests {
  static let forms = [
    """
    {"id": "\(root)/networkInterfaces/n", "location": "westus", "properties": {"provisioningState": "Succeeded",
      "enableIPForwarding": true, "primary": true,
      "virtualMachine": {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/m"},
      "ipConfigurations": [
        {"id": "\(root)/networkInterfaces/n/ipConfigurations/b", "properties": {"privateIPAddress": "10.0.0.5",
          "primary": false, "subnet": {"id": "\(root)/virtualNetworks/v/subnets/a"}}},
        {"id": "\(root)/networkInterfaces/n/ipConfigurations/a", "properties": {"privateIPAddress": "10.0.0.4",
          "primary": true, "subnet": {"id": "\(root)/virtualNetworks/v/subnets/a"},
          "publicIPAddress": {"id": "\(root)/publicIPAddresses/p"}}}]}}
    """,
    """
    {"id": "\(root)/networkInterfaces/n", "location": "westus", "provisioningState": "Succeeded", "primary": true,
     "enableIPForwarding": true, "virtualMachine": {"resourceGroup": "g",
       "id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/m"},
     "ipConfigurations": [
       {"name": "b", "privateIPAddress": "10.0.0.5", "primary": false,
        "subnet": {"id": "\(root)/virtualNetworks/v/subnets/a", "resourceGroup": "g"}},
       {"name": "a", "privateIPAddress": "10.0.0.4", "primary": true,
        "publicIPAddress": {"id": "\(root)/publicIPAddresses/p"},
        "subnet": {"id": "\(root)/virtualNetworks/v/subnets/a"}}]}
    """,
    """
    {"VirtualMachine": {"Id": "/subscriptions/s/resourceGroups/G/providers/Microsoft.Compute/virtualMachines/m"},
     "IpConfigurations": [
       {"PrivateIpAddress": "10.0.0.5", "Primary": false, "Subnet": {"Id": "\(root)/virtualNetworks/v/subnets/a"},
        "PublicIpAddress": null, "Name": "b", "Id": "\(root)/networkInterfaces/n/ipConfigurations/b"},
       {"PrivateIpAddress": "10.0.0.4", "Primary": true, "Subnet": {"Id": "\(root)/virtualNetworks/v/subnets/a"},
        "PublicIpAddress": {"Id": "\(root)/publicIPAddresses/p"}, "Name": "a",
        "Id": "\(root)/networkInterfaces/n/ipConfigurations/a"}],
     "EnableIPForwarding": true, "Primary": true, "ProvisioningState": "Succeeded", "Location": "westus",
     "Id": "\(root)/networkInterfaces/n"}
    """,
  ]

  @Test("A NIC reads alike from ARM, az and PowerShell", arguments: forms)
  func everyForm(text: String) throws {
    let batch = try decoded(text)
    #expect(batch.issues.isEmpty)
    let interface = try #require(batch.networkInterfaces.first)
    #expect(interface.enableIPForwarding)
    #expect(interface.primary == true)
    #expect(interface.isReadFromAzure)
    #expect(interface.virtualMachine?.name == "m")
    #expect(interface.subnet == ResourceID("\(root)/virtualNetworks/v/subnets/a"))
    #expect(interface.privateIPAddress == (try IPAddress("10.0.0.4")), "the primary configuration's")
    #expect(interface.ipConfigurations.map(\.publicIPAddress?.name) == [nil, "p"])
    #expect(interface.ipConfigurations.map { String($0.id.name) } == ["b", "a"])
  }

  @Test("A declared NIC counts as such, and its first address when none is primary")
  func declared() throws {
    let batch = try decoded(
      """
      {"id": "\(root)/networkInterfaces/n", "properties": {"ipConfigurations": [
        {"name": "x", "properties": {}}, {"name": "y", "properties": {"privateIPAddress": "10.0.0.9"}}]}}
      """)
    let interface = try #require(batch.networkInterfaces.first)
    #expect(!interface.isReadFromAzure)
    #expect(interface.privateIPAddress == (try IPAddress("10.0.0.9")))
    #expect(interface.subnet == nil && interface.primary == nil)
  }

  @Test("A scale set's NIC is one, and its instance a machine")
  func scaleSet() throws {
    let instance =
      "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachineScaleSets/x/virtualMachines/0"
    let batch = try decoded(
      #"{"id": "\#(instance)/networkInterfaces/n", "properties": {"virtualMachine": {"id": "\#(instance)"}}}"#,
      #"{"id": "\#(instance)", "properties": {"networkProfile": {"networkInterfaces": []}}}"#)
    #expect(batch.networkInterfaces.map(\.virtualMachine) == [ResourceID(instance)])
    #expect(batch.virtualMachines.map(\.id) == [ResourceID(instance)])
  }

  @Test("A machine's NICs keep their order, and its primary one is the marked or the only one")
  func machines() throws {
    let machine = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines"
    func nic(_ name: String, _ rest: String = "") -> String {
      #"{"id": "\#(root)/networkInterfaces/\#(name)"\#(rest)}"#
    }
    let batch = try decoded(
      """
      {"id": "\(machine)/a", "properties": {"networkProfile": {"networkInterfaces": [
        \(nic("n1")), \(nic("n2", #", "properties": {"primary": true}"#))]}}}
      """,
      #"{"Id": "\#(machine)/b", "NetworkProfile": {"NetworkInterfaces": [\#(nic("n3", #", "primary": null"#))]}}"#,
      #"{"id": "\#(machine)/c", "properties": {"networkProfile": {"networkInterfaces": [\#(nic("n4")), \#(nic("n5"))]}}}"#
    )
    #expect(
      batch.virtualMachines.map { $0.networkInterfaces.map { String($0.name) } } == [
        ["n1", "n2"], ["n3"], ["n4", "n5"],
      ])
    #expect(batch.virtualMachines.map { $0.primaryNetworkInterface.map { String($0.name) } } == ["n2", "n3", nil])
  }

  @Test("A malformed address is an issue of the NIC's configuration")
  func malformed() throws {
    let batch = try decoded(
      """
      {"id": "\(root)/networkInterfaces/n", "properties": {"virtualMachine": {"id": "m"}, "ipConfigurations": [
        {"name": "x", "properties": {"privateIPAddress": "10.0.0.256", "subnet": "a"}}]}}
      """)
    #expect(batch.networkInterfaces.first?.privateIPAddress == nil)
    #expect(batch.issues.map(\.property) == ["privateIPAddress", "subnet", "virtualMachine"])
    #expect(batch.issues.first?.resource == ResourceID("\(root)/networkInterfaces/n/ipConfigurations/x"))
  }
}
