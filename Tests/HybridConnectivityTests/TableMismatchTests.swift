import AzureResources
import IPAddressing
import JSONDocument
import Testing

@testable import HybridConnectivity

@Suite("Tables of another link")
struct TableMismatchTests {
  private func peering() throws -> CircuitPeering {
    let id = try #require(
      ResourceID("/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/expressRouteCircuits/c"))
    return try #require(
      CircuitPeering(
        [
          "name": "AzurePrivatePeering",
          "properties": ["primaryPeerAddressPrefix": "172.16.0.0/30", "secondaryPeerAddressPrefix": "172.16.0.4/30"],
        ], of: id))
  }

  @Test(
    "An ARP table is of the link that its addresses are on",
    arguments: [
      ("172.16.0.1", DevicePath.primary, nil), ("172.16.0.5", .secondary, nil), ("172.16.0.5", .primary, "otherPath"),
      ("10.9.9.9", .primary, "foreign"),
    ] as [(String, DevicePath, String?)])
  func arp(address: String, path: DevicePath, expected: String?) throws {
    let table = try #require(
      ARPTable([
        "value": [["age": 0, "interface": "On-Prem", "ipAddress": .string(address), "macAddress": "Incomplete"]]
      ]))
    let mismatch = try TableMismatch(table, of: peering(), path)
    let address = try IPAddress(address)
    #expect(
      mismatch == (expected == "otherPath" ? .otherPath(address) : expected == "foreign" ? .foreign(address) : nil))
  }

  @Test("Gateways among the neighbours tell nothing, and an empty table neither")
  func summary() throws {
    let gateways = try #require(
      RouteSummary(["value": [["neighbor": "10.0.0.12", "v": 4, "as": 65515, "upDown": "1:00", "statePfxRcd": "1"]]]))
    #expect(try TableMismatch(gateways, of: peering(), .primary) == nil)
    let empty = try #require(ARPTable(["value": []]))
    #expect(try TableMismatch(empty, of: peering(), .primary) == nil)
    let other = try #require(
      RouteSummary(["value": [["neighbor": "10.9.0.1", "v": 4, "as": 64512, "upDown": "1:00", "statePfxRcd": "1"]]]))
    #expect(try TableMismatch(other, of: peering(), .primary) == .foreign(IPAddress("10.9.0.1")))
  }
}
