import Testing

@testable import RouteComparison

@Suite("Computed against observed")
struct RouteComparerTests {
  @Test("Equal routes agree, in any order and any case", arguments: ["app-rg/web-1-nic", "app-rg/sql-1-nic"])
  func equal(_ interface: String) throws {
    let fixture = try Fixture(interface)
    let shouted = fixture.rows.reversed().map { row in
      ObservedRoute(
        row.source.uppercased(), row.nextHopType.uppercased(), row.addressPrefixes, via: row.nextHopAddresses,
        state: row.state.lowercased(), name: row.name)
    }
    let compared = fixture.compare(shouted)
    #expect(compared.differences.isEmpty)
    #expect(compared.agreeing == fixture.rows.count)
  }

  /// A row that only Azure's answer has, and why.
  struct Surplus: Sendable {
    let interface: String
    let row: ObservedRoute
    let cause: RouteDifference.Cause
  }

  @Test(
    "A row of Azure's alone has its likely cause",
    arguments: [
      Surplus(
        interface: "app-rg/web-1-nic",
        row: ObservedRoute("VirtualNetworkGateway", "VirtualNetworkGateway", ["172.30.0.0/16"], via: ["10.0.0.30"]),
        cause: .learnedRoutesMissing),
      Surplus(
        interface: "app-rg/sql-1-nic",
        row: ObservedRoute("VirtualNetworkGateway", "VirtualNetworkGateway", ["192.168.10.0/24"], via: ["10.0.0.30"]),
        cause: .withheld),
      Surplus(
        interface: "app-rg/sql-1-nic",
        row: ObservedRoute("VirtualNetworkGateway", "VirtualNetworkGateway", ["172.30.0.0/16"], via: ["10.0.0.30"]),
        cause: .gatewayRoutesChanged),
      Surplus(
        interface: "ops-rg/jump-nic", row: ObservedRoute("Default", "VNetPeering", ["10.3.0.0/16"]),
        cause: .peeringNotSynchronised),
      Surplus(
        interface: "app-rg/sql-1-nic", row: ObservedRoute("Default", "VNetPeering", ["172.20.0.0/16"]),
        cause: .peeringChanged),
      Surplus(
        interface: "ops-rg/jump-nic", row: ObservedRoute("Default", "VNetPeering", ["10.8.0.0/16"]),
        cause: .peeringChanged),
      Surplus(
        interface: "ops-rg/jump-nic", row: ObservedRoute("User", "None", ["10.8.0.0/16"], name: "x"),
        cause: .userRouteChanged),
      Surplus(
        interface: "ops-rg/jump-nic", row: ObservedRoute("Default", "InterfaceEndpoint", ["10.0.2.77/32"]),
        cause: .privateEndpointChanged),
      Surplus(
        interface: "ops-rg/jump-nic", row: ObservedRoute("Default", "VirtualNetworkServiceEndpoint", ["20.0.0.0/16"]),
        cause: .serviceEndpointChanged),
      Surplus(
        interface: "ops-rg/jump-nic", row: ObservedRoute("Default", "ConnectedGroup", ["10.9.0.0/16"]),
        cause: .connectedGroupChanged),
      Surplus(
        interface: "ops-rg/jump-nic", row: ObservedRoute("Default", "VnetLocal", ["10.44.0.0/16"]),
        cause: .addressSpaceChanged),
      Surplus(
        interface: "ops-rg/jump-nic", row: ObservedRoute("Default", "HyperNetGateway", ["10.44.0.0/16"]),
        cause: .unexplained),
      Surplus(
        interface: "app-rg/sql-1-nic", row: ObservedRoute("Default", "None", ["10.0.0.0/8"]), cause: .userRouteChanged),
    ])
  func surplus(_ surplus: Surplus) throws {
    let fixture = try Fixture(surplus.interface)
    let compared = fixture.compare(fixture.rows + [surplus.row])
    #expect(compared.differences.map(\.cause) == [surplus.cause])
    #expect(compared.differences.first?.observed == surplus.row)
    #expect(compared.differences.first?.computed == nil)
    #expect(compared.agreeing == fixture.rows.count)
  }

  @Test(
    "A computed row that Azure's answer lacks has its likely cause",
    arguments: [
      ("app-rg/web-1-nic", "10.2.0.0/16", RouteDifference.Cause.userRouteChanged),
      ("app-rg/web-1-nic", "10.0.0.0/16", .peeringChanged), ("app-rg/web-1-nic", "10.1.0.0/16", .addressSpaceChanged),
      ("app-rg/web-1-nic", "192.168.10.0/24", .gatewayRoutesChanged),
      ("app-rg/web-1-nic", "10.1.1.5/32", .privateEndpointChanged),
      ("app-rg/web-1-nic", "20.35.252.0/22", .platformListOfAnotherDay),
    ])
  func lack(_ interface: String, _ prefix: String, _ cause: RouteDifference.Cause) throws {
    let fixture = try Fixture(interface)
    let compared = fixture.compare(fixture.rows.filter { $0.addressPrefixes != [prefix] })
    #expect(compared.differences.map(\.cause) == [cause])
    #expect(compared.differences.first?.observed == nil)
  }

  @Test("One route in two states is one difference")
  func pairs() throws {
    let fixture = try Fixture("app-rg/web-1-nic")
    var rows = fixture.rows.filter { $0.name != "to-data" && $0.addressPrefixes != ["10.0.0.0/16"] }
    rows.append(ObservedRoute("User", "VirtualAppliance", ["10.2.0.0/15"], via: ["10.0.1.4"], name: "TO-DATA"))
    rows.append(ObservedRoute("Default", "VNetGlobalPeering", ["10.0.0.0/16"]))
    let compared = fixture.compare(rows)
    #expect(compared.differences.map(\.cause) == [.userRouteChanged, .regionUnknown])
    #expect(compared.differences.allSatisfy { $0.observed != nil && $0.computed != nil })
  }

  @Test("The same row twice counts twice")
  func multiset() throws {
    let fixture = try Fixture("app-rg/web-1-nic")
    let compared = fixture.compare(fixture.rows + fixture.rows.suffix(1))
    #expect(compared.differences.count == 1)
    #expect(compared.agreeing == fixture.rows.count)
  }

  @Test("Azure's list of the day it was asked explains routes to nowhere")
  func platformDay() throws {
    let fixture = try Fixture("ops-rg/jump-nic")
    let old = fixture.rows.filter { $0.addressPrefixes != ["127.0.0.0/8"] }
    let compared = fixture.compare(old, at: "2019-11-05T10:00:00Z")
    #expect(compared.differences.map(\.cause) == [.platformListOfAnotherDay])
    #expect(compared.differences[0].summary.contains("--as-of 2019-11-05"))
  }

  @Test("A default route in Azure's answer explains why its routes to nowhere are gone")
  func defaultRoute() throws {
    let fixture = try Fixture("ops-rg/jump-nic")
    let rows =
      fixture.rows.filter { $0.nextHopType != "None" && $0.nextHopType != "Internet" } + [
        ObservedRoute("Default", "Internet", ["0.0.0.0/0"], state: "Invalid"),
        ObservedRoute("User", "VirtualAppliance", ["0.0.0.0/0"], via: ["10.0.1.4"], name: "default"),
      ]
    let causes = Set(fixture.compare(rows).differences.map(\.cause))
    #expect(causes == [.userRouteChanged])
  }

  @Test("A cause that a command settles names it")
  func commands() throws {
    let fixture = try Fixture("ops-rg/jump-nic")
    let stale = fixture.compare(fixture.rows + [ObservedRoute("Default", "VNetPeering", ["10.3.0.0/16"])])
    #expect(
      stale.differences.first?.command == "az network vnet peering sync -g net-rg --vnet-name hub -n hub-to-data")
    let learned = fixture.compare(
      fixture.rows + [ObservedRoute("VirtualNetworkGateway", "VirtualNetworkGateway", ["172.30.0.0/16"])])
    #expect(learned.differences.first?.command?.contains("list-learned-routes") == true)
  }
}
