import AzureResources
import Estate
import IPAddressing
import Routing
import SnapshotReading
import Testing

@Suite("Oddities of snapshots")
struct SnapshotFindingsTests {
  private static let root = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network"

  private func read(_ elements: String...) throws -> Estate {
    try SnapshotReader.read(text: "[\(elements.joined(separator: ",\n"))]")
  }

  private func network(_ rest: String = "", _ subnet: String = "") -> String {
    """
    {"id": "\(Self.root)/virtualNetworks/v", "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]},
      "subnets": [{"name": "a", "properties": {"addressPrefix": "10.0.0.0/24"\(subnet)}}]\(rest)}}
    """
  }

  @Test("A resource that comes twice with one content, however laid out, is no finding")
  func sameContent() throws {
    let table =
      #"{"id": "\#(Self.root)/routeTables/t", "properties": {"disableBgpRoutePropagation": true, "routes": []}}"#
    let otherwise = """
      {
        "properties": {"routes": [ ], "disableBgpRoutePropagation": true},
        "id": "\(Self.root)/routeTables/t"
      }
      """
    let estate = try read(table, table, otherwise)
    #expect(estate.findings.isEmpty)
    #expect(estate.records.count == 1 && estate.routeTables.count == 1)
  }

  @Test("A resource that comes twice with different content is a finding, and the first counts")
  func differentContent() throws {
    let estate = try read(
      #"{"id": "\#(Self.root)/routeTables/t", "properties": {"disableBgpRoutePropagation": true}}"#,
      #"{"id": "\#(Self.root.uppercased())/ROUTETABLES/T", "properties": {"disableBgpRoutePropagation": false}}"#)
    #expect(estate.findings.map(\.summary) == ["G/T is in the snapshot twice with different content; the first counts"])
    #expect(estate.findings.map(\.resource) == [ResourceID("\(Self.root)/routeTables/t")])
    #expect(estate.routeTables.map(\.disableBgpRoutePropagation) == [true])
  }

  @Test("The first counts across files too, in the order in which they were named")
  func acrossFiles() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let first = try folder.write("b.json", #"{"id": "\#(Self.root)/routeTables/t", "location": "first"}"#)
    let second = try folder.write("a.json", #"{"id": "\#(Self.root)/routeTables/t", "location": "second"}"#)
    #expect(try SnapshotReader.read([first, second]).routeTables.map(\.location) == ["first"])
    #expect(try SnapshotReader.read([second, first]).routeTables.map(\.location) == ["second"])
    #expect(try SnapshotReader.read([folder.path]).routeTables.map(\.location) == ["second"])
  }

  @Test("Nested and separate children count once")
  func children() throws {
    let estate = try read(
      network(),
      #"{"id": "\#(Self.root)/virtualNetworks/V/subnets/A", "properties": {"natGateway": {"id": "\#(Self.root)/natGateways/n"}}}"#,
      #"{"id": "\#(Self.root)/virtualNetworks/v/subnets/b", "properties": {"addressPrefix": "10.0.1.0/24"}}"#)
    #expect(estate.subnets.indices.map { String(estate.subnet($0).id.name) } == ["a", "b"])
    #expect(estate.subnet(0).natGateway?.name == "n")
    #expect(estate.records.count == 3)
    #expect(estate.findings.isEmpty)
  }

  @Test("A child without its parent is a finding and takes no part")
  func orphans() throws {
    let estate = try read(#"{"id": "\#(Self.root)/virtualNetworks/gone/subnets/a", "properties": {}}"#)
    #expect(estate.findings.map(\.summary) == ["g/a is in the snapshot without its parent g/gone"])
    #expect(estate.subnets.isEmpty)
    #expect(estate.records.count == 1)
  }

  @Test("Of two tables that list one subnet the one that the subnet names counts")
  func twoTables() throws {
    func table(_ name: String) -> String {
      """
      {"id": "\(Self.root)/routeTables/\(name)", "properties": {"routes": [],
        "subnets": [{"id": "\(Self.root)/virtualNetworks/v/subnets/a"}]}}
      """
    }
    let named = #", "routeTable": {"id": "\#(Self.root)/routeTables/t"}"#
    let estate = try read(network("", named), table("t"), table("u"))
    #expect(
      estate.findings.map(\.summary) == [
        "route table g/u lists subnet a, which names g/t; what the subnet names counts"
      ])
    #expect(estate.routeTable(ofSubnet: 0).map { String(estate.routeTables[$0].id.name) } == "t")
    let unnamed = try read(network(), table("u"))
    #expect(
      unnamed.findings.map(\.summary) == [
        "route table g/u lists subnet a, which names no table; what the subnet names counts"
      ])
    #expect(unnamed.routeTable(ofSubnet: 0) == nil)
  }

  @Test("A NIC whose subnet is absent is there without one")
  func interfaceWithoutSubnet() throws {
    let estate = try read(
      network(),
      """
      {"id": "\(Self.root)/networkInterfaces/n", "properties": {"ipConfigurations": [{"name": "i", "properties": {
        "privateIPAddress": "10.0.9.4", "subnet": {"id": "\(Self.root)/virtualNetworks/v/subnets/gone"}}}]}}
      """)
    #expect(estate.networkInterfaces.count == 1)
    #expect(estate.subnet(ofInterface: 0) == nil)
    #expect(estate.networkInterfaces(inSubnet: 0).isEmpty)
  }

  @Test("A prefix of 33 bits is a finding of the subnet, and the network stays")
  func malformedPrefix() throws {
    let estate = try read(network("", #", "addressPrefixes": ["10.0.0.0/33"]"#))
    #expect(
      estate.findings.map(\.summary) == [
        #"g/a: addressPrefixes can't be read: "10.0.0.0/33" is not an address prefix: the length 33 at offset 9 is above 32"#
      ])
    #expect(estate.subnet(0).addressPrefixes.map(\.description) == ["10.0.0.0/24"])
  }

  @Test("A peering without a remote network is a finding, and its routes are declared missing")
  func peeringWithoutRemote() throws {
    let estate = try read(
      network(#", "virtualNetworkPeerings": [{"name": "p", "properties": {"peeringState": "Connected"}}]"#))
    #expect(
      estate.findings.map(\.summary) == [
        "g/p: remoteVirtualNetwork can't be read: the peering names no remote network"
      ])
    var builder = RouteTableBuilder(estate)
    let table = builder.table(ofSubnet: 0)
    #expect(!table.routes.contains { $0.nextHopType == .vnetPeering })
    #expect(table.missing.map(\.kind) == [.property, .resource])
  }

  @Test("A network without an address space is declared incomplete")
  func withoutAddressSpace() throws {
    let estate = try read(#"{"id": "\#(Self.root)/virtualNetworks/v", "properties": {"subnets": [{"name": "a"}]}}"#)
    var builder = RouteTableBuilder(estate)
    #expect(
      builder.table(ofSubnet: 0).missing.map(\.summary) == ["virtual network g/v has no address space in the snapshot"])
  }

  @Test("The newest answer of a gateway counts, whatever the order")
  func newestAnswer() throws {
    func answer(_ day: String, _ prefix: String) -> String {
      """
      {"path": "\(Self.root)/virtualNetworkGateways/gw/getLearnedRoutes", "observedAt": "2026-01-\(day)T00:00:00Z",
       "response": {"value": [{"network": "\(prefix)", "nextHop": "192.0.2.1", "origin": "EBgp"}]}}
      """
    }
    let gateway = try #require(ResourceID("\(Self.root)/virtualNetworkGateways/gw"))
    let answers = [answer("02", "10.2.0.0/16"), answer("03", "10.3.0.0/16"), answer("01", "10.1.0.0/16")]
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      let estate = try read(answers[order[0]], answers[order[1]], answers[order[2]])
      #expect(estate.learnedRoutes(of: gateway)?.routes.map(\.network.description) == ["10.3.0.0/16"])
      #expect(estate.observations.count == 3)
    }
  }
}
