import AzureResources
import Estate
import EstateFixtures
import IPAddressing
import JSONDocument
import PathAnalysis
import Testing

@Suite("Owners of addresses")
struct AddressBookTests {
  private static func lab() -> EstateBuilder {
    var lab = EstateBuilder.hubWithGateway
    lab.add(EstateBuilder.subnet("hub/AzureFirewallSubnet"), .init([("addressPrefix", "10.0.3.0/26")]))
    lab.firewall("fw", in: "hub", "10.0.3.4")
    lab.balancer("lb", in: "hub/nva", "10.0.2.100")
    lab.endpoint("sql", in: "hub/app", "10.0.1.50")
    lab.set(
      EstateBuilder.gateway("gw"), "bgpSettings",
      ["bgpPeeringAddresses": [["defaultBgpIpAddresses": ["10.0.255.4"]]]])
    lab.add(
      EstateBuilder.id("virtualNetworkAppliances", "router"),
      .init([
        (
          "ipConfigurations",
          [
            [
              "name": "ip",
              "properties": [
                "privateIPAddress": "10.0.1.60", "subnet": ["id": .string(EstateBuilder.subnet("hub/app"))],
              ],
            ]
          ]
        )
      ]))
    return lab
  }

  @Test(
    "Every kind of owner is found at its address",
    arguments: [
      ("10.0.2.4", "interface"), ("10.0.3.4", "firewall"), ("10.0.2.100", "loadBalancer"),
      ("10.0.1.50", "privateEndpoint"), ("10.0.255.4", "gateway"), ("10.0.1.60", "managedAppliance"),
      ("10.0.1.99", "nobody"), ("10.1.1.10", "nobody"),
    ])
  func owners(address: String, kind: String) throws {
    let estate = try Self.lab().estate()
    let hub = try #require(estate.virtualNetworkIndex(ResourceID(EstateBuilder.network("hub"))))
    let owner = AddressBook(estate).owner(of: try IPAddress(address), inNetwork: hub)
    let found =
      switch owner {
      case .interface: "interface"
      case .loadBalancer: "loadBalancer"
      case .firewall: "firewall"
      case .managedAppliance: "managedAppliance"
      case .gateway: "gateway"
      case .privateEndpoint: "privateEndpoint"
      case nil: "nobody"
      }
    #expect(found == kind)
  }

  @Test("One address in two networks has two owners")
  func reused() throws {
    var lab = EstateBuilder.pair
    lab.network("twin", ["10.1.0.0/16"], subnets: ["app": "10.1.1.0/24"])
    lab.machine("other", in: "twin/app", "10.1.1.10")
    let estate = try lab.estate()
    let book = AddressBook(estate)
    let owners = try ["left", "right", "twin"].map { name in
      let network = try #require(estate.virtualNetworkIndex(ResourceID(EstateBuilder.network(name))))
      return book.owner(of: try IPAddress("10.1.1.10"), inNetwork: network)
    }
    #expect(owners[1] == nil)
    #expect(owners[0] != nil && owners[2] != nil)
    #expect(owners[0] != owners[2])
  }

  @Test("A public address belongs to what refers to it")
  func publicAddresses() throws {
    var lab = EstateBuilder.pair
    lab.publicAddress("pip", "20.1.1.1")
    lab.publicAddress("spare", "20.1.1.2")
    lab.configure("vm1", in: "left/app", "10.1.1.10", public: "pip")
    let estate = try lab.estate()
    let book = AddressBook(estate)
    let interface = try #require(estate.networkInterfaceIndex(ResourceID(EstateBuilder.nic("vm1"))))
    #expect(book.owner(ofPublic: try IPAddress("20.1.1.1")) == .interface(interface))
    #expect(book.owner(ofPublic: try IPAddress("20.1.1.2")) == nil)
  }
}
