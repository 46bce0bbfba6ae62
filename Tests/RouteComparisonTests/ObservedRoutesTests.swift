import AzureResources
import JSONDocument
import SnapshotReading
import Testing

@testable import RouteComparison

@Suite("Azure's own answers in a snapshot")
struct ObservedRoutesTests {
  static let id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkInterfaces/n"

  private static func observation(_ time: String, _ prefix: String, status: Int = 200) -> String {
    """
    {"method": "POST", "path": "\(id.uppercased())/effectiveRouteTable?api-version=2024-05-01", "status": \(status),
     "observedAt": "\(time)", "response": {"value": [{"source": "Default", "state": "Active",
     "addressPrefix": ["\(prefix)"], "nextHopType": "VnetLocal", "nextHopIpAddress": []}]}}
    """
  }

  @Test("Of several answers the newest counts; refusals don't")
  func newest() throws {
    let list = [
      Self.observation("2026-01-02T00:00:00Z", "10.2.0.0/16"), Self.observation("2026-01-01T00:00:00Z", "10.1.0.0/16"),
      Self.observation("2026-01-03T00:00:00Z", "10.3.0.0/16", status: 400),
    ]
    let estate = try SnapshotReader.read(
      text: "{\"azimuth\": 1, \"resources\": [], \"observations\": [\(list.joined(separator: ","))]}")
    let interface = try #require(ResourceID(Self.id))
    let observed = try #require(ObservedRoutes(of: interface, in: estate))
    #expect(observed.observedAt == "2026-01-02T00:00:00Z")
    #expect(observed.routes.map(\.addressPrefixes) == [["10.2.0.0/16"]])
  }

  @Test("Without an answer there is nothing to compare")
  func none() throws {
    let estate = try SnapshotReader.read(text: "[]")
    #expect(ObservedRoutes(of: try #require(ResourceID(Self.id)), in: estate) == nil)
  }

  @Test("Lists of one as PowerShell prints them, and addresses in other spellings, read alike")
  func spellings() {
    let row = ObservedRoute([
      "source": "User", "state": "Active", "addressPrefix": "FD00:0:0::/48", "nextHopType": "VirtualAppliance",
      "nextHopIpAddress": "fd00::0004", "name": "x",
    ])
    #expect(row.addressPrefixes == ["fd00::/48"])
    #expect(row.nextHopAddresses == ["fd00::4"])
    #expect(ObservedRoute(["addressPrefix": ["Storage"], "nextHopIpAddress": ""]).addressPrefixes == ["Storage"])
  }
}
