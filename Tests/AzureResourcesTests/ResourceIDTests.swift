import AzureResources
import Testing

@Suite("Resource ids")
struct ResourceIDTests {
  static let subnet =
    "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/Rg-1/providers/Microsoft.Network/virtualNetworks/v/subnets/s"

  @Test("An id has its parts")
  func parts() throws {
    let id = try #require(ResourceID(Self.subnet))
    #expect(id.subscription == "00000000-0000-0000-0000-000000000001")
    #expect(id.resourceGroup == "Rg-1")
    #expect(id.kind == .subnet)
    #expect(id.type == "Microsoft.Network/virtualNetworks/subnets")
    #expect(id.name == "s")
    #expect(id.shortName == "Rg-1/s")
    #expect(id.parent?.kind == .virtualNetwork)
    #expect(id.parent?.parent == nil)
    #expect(id.parent?.child("subnets", "S") == id)
  }

  @Test("Ids are equal without regard to case, and a slash at the end doesn't count")
  func equality() throws {
    let id = try #require(ResourceID(Self.subnet))
    let other = try #require(ResourceID(Self.subnet.uppercased() + "/"))
    #expect(id == other)
    #expect(id.hashValue == other.hashValue)
    #expect(other.kind == .subnet)
    #expect(id != ResourceID(Self.subnet + "2"))
  }

  struct Kind: Sendable {
    let id: String
    let kind: ResourceKind
    let type: String
  }

  @Test(
    "The kind follows from the types in the id",
    arguments: [
      Kind(id: "/subscriptions/s", kind: .subscription, type: "Microsoft.Resources/subscriptions"),
      Kind(id: "/subscriptions/s/resourcegroups/g", kind: .resourceGroup, type: "Microsoft.Resources/resourceGroups"),
      Kind(
        id:
          "/subscriptions/s/resourceGroups/g/providers/microsoft.compute/virtualmachinescalesets/x/virtualMachines/0/networkInterfaces/n",
        kind: .scaleSetNetworkInterface,
        type: "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/networkInterfaces"),
      Kind(id: "/subscriptions/s/resourceGroups/g/providers/My.Own/things/t", kind: .other, type: "My.Own/things"),
      Kind(
        id: "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks", kind: .other,
        type: "Microsoft.Network/virtualNetworks"),
    ])
  func kinds(sample: Kind) throws {
    let id = try #require(ResourceID(sample.id))
    #expect(id.kind == sample.kind)
    #expect(id.type == sample.type)
  }

  @Test(
    "What is no id is refused", arguments: ["", "/", "vm-1", "//", "/a//b", "/" + String(repeating: "x", count: 2048)])
  func refused(text: String) {
    #expect(ResourceID(text) == nil)
  }

  @Test("The parent of a child is found whatever letters its name has")
  func parentOfAnyName() throws {
    let network = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/n-\u{E9}\u{1F6A7}"
    #expect(ResourceID("\(network)/subnets/\u{FC}\u{4E2D}")?.parent?.text == network)
  }

  @Test("Every kind but other has a type name, and reads back from it")
  func names() {
    for kind in ResourceKind.allCases where kind != .other {
      #expect(kind.typeName.map { ResourceKind(typeName: $0.uppercased()) } == kind)
    }
  }
}
