import JSONDocument
import Testing

@testable import ARMAnswers

@Suite("Lists of resources")
struct ResourceListsTests {
  let service: ARMService

  init() throws { service = ARMService(try SampleEstate.read()) }

  @Test(
    "Lists by type hold their scope's resources of exactly that type",
    arguments: [
      ("/subscriptions/s1/providers/Microsoft.Network/virtualNetworks", ["Hub"]),
      ("/subscriptions/S1/resourcegroups/NET/providers/microsoft.network/ROUTETABLES", ["Detour"]),
      ("/subscriptions/s1/resourceGroups/Net/providers/Microsoft.Compute/virtualMachines", ["web", "asleep"]),
      ("/subscriptions/s2/providers/Microsoft.Odd/things", ["x"]),
      ("/subscriptions/s2/providers/Microsoft.Network/virtualNetworks", []),
      ("/subscriptions/s1/resourceGroups/other/providers/Microsoft.Network/networkInterfaces", []),
    ])
  func byType(path: String, names: [String]) {
    let answer = service.get(path)
    #expect(answer.status == 200)
    #expect(answer.names == names)
  }

  @Test("A child list joins nested children and those of their own, each once")
  func children() {
    #expect(service.get("\(SampleEstate.network)/virtualNetworks/Hub/subnets").names == ["Front", "Back", "Extra"])
    #expect(service.get("\(SampleEstate.network)/virtualNetworks/Hub/virtualNetworkPeerings").names == [])
    #expect(service.get("\(SampleEstate.network)/routeTables/Detour/routes").names == ["out"])
  }

  @Test("A child that is both nested and separate is listed once, in its fuller form")
  func nestedAndSeparate() throws {
    let separate = """
      {"id": "\(SampleEstate.network)/virtualNetworks/Hub/subnets/front", "name": "Front",
       "properties": {"addressPrefix": "10.0.0.0/24", "provisioningState": "Succeeded"}}
      """
    let service = ARMService(try SampleEstate.read(adding: separate))
    let list = service.get("\(SampleEstate.network)/virtualNetworks/Hub/subnets")
    #expect(list.names == ["Front", "Back", "Extra"])
    #expect(list.body["value"]?.elements?.first?["properties"]?["provisioningState"] != nil)
  }

  @Test("A part that nobody knows isn't taken for an empty list")
  func unknownPart() {
    let answer = service.get("\(SampleEstate.network)/virtualNetworks/Hub/secrets")
    #expect(answer.status == 404)
    #expect(answer.message.contains("no recording"))
  }

  @Test("The list of everything holds tracked resources without their properties")
  func everything() throws {
    let answer = service.get("\(SampleEstate.group)/resources?api-version=2021-04-01")
    #expect(
      answer.names == ["Hub", "Detour", "web", "asleep", "web-1", "web-2", "asleep-1", "loose", "lost"])
    let hub = try #require(answer.body["value"]?.elements?.first)
    #expect(hub.members?.members.map(\.key) == ["id", "name", "type", "location", "tags"])
    #expect(service.get("/subscriptions/s1/resources").names.contains("example.org"))
  }

  @Test(
    "A filter narrows the list",
    arguments: [
      ("resourceType eq 'Microsoft.Network/routeTables'", ["Detour"]),
      ("resourceGroup eq 'OTHER'", ["example.org"]),
      ("name eq 'hub' and resourceType eq 'microsoft.network/virtualnetworks'", ["Hub"]),
      ("location eq 'global'", ["example.org"]),
      ("location eq 'West Europe' and name eq 'web'", ["web"]),
      ("name eq 'it''s'", []),
      ("  ", ["Hub", "Detour", "web", "asleep", "web-1", "web-2", "asleep-1", "loose", "lost", "example.org"]),
    ])
  func filter(filter: String, names: [String]) {
    let encoded = filter.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
    #expect(service.get("/subscriptions/s1/resources?$filter=\(encoded)").names == names)
  }

  @Test(
    "A filter that can't be read is refused, not ignored",
    arguments: [
      "resourceType", "resourceType eq", "resourceType ne 'x'", "resourceType eq x", "resourceType eq 'x",
      "name eq 'a' or name eq 'b'", "name eq 'a' and", "tagName eq 'a'", "and", "'", "name eq 'a''",
    ])
  func badFilter(filter: String) {
    let answer = service.get("/subscriptions/s1/resources?$filter=\(filter)")
    #expect(answer.status == 400)
    #expect(answer.code == "InvalidFilterInQueryString")
  }
}
