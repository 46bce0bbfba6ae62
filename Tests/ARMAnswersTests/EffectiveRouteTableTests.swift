import AzureFacts
import Estate
import JSONDocument
import Routing
import Testing

@testable import ARMAnswers

@Suite("POST effectiveRouteTable")
struct EffectiveRouteTableTests {
  private static func path(_ name: String) -> String {
    "\(SampleEstate.network)/networkInterfaces/\(name)/effectiveRouteTable"
  }

  @Test("Rows have Azure's keys in Azure's order, a name on user rows only")
  func keys() throws {
    let answer = ARMService(try SampleEstate.read()).post(Self.path("web-2"))
    #expect(answer.status == 200)
    let rows = try #require(answer.body["value"]?.elements)
    let common = ["disableBgpRoutePropagation", "source", "state", "addressPrefix", "nextHopType", "nextHopIpAddress"]
    for row in rows {
      let isUser = row["source"]?.text == "User"
      #expect(row.members?.members.map(\.key) == (isUser ? ["name"] : []) + common)
      #expect(row["disableBgpRoutePropagation"] == true)
    }
    let user = try SampleEstate.json(
      """
      {"name": "out", "disableBgpRoutePropagation": true, "source": "User", "state": "Active",
       "addressPrefix": ["0.0.0.0/0"], "nextHopType": "VirtualAppliance", "nextHopIpAddress": ["10.0.0.9"]}
      """)
    #expect(rows.contains(user))
    #expect(rows.first?["nextHopIpAddress"] == [])
  }

  @Test("A body, a GET's case and the action's case don't matter")
  func caseOfAction() throws {
    let service = ARMService(try SampleEstate.read())
    #expect(service.post(Self.path("WEB-1").uppercased(), [:]) == service.post(Self.path("web-1")))
  }

  @Test(
    "Azure refuses a NIC without a running machine, in the words of the day",
    arguments: [
      ("asleep-1", "2016-09-19", "NicMustBeAttachedToVmToGetEffectiveRoutes"),
      ("asleep-1", "2026-05-01", "NicMustBeAttachedToRunningVmToGetEffectiveRoutes"),
      ("loose", "2026-05-01", "NicMustBeAttachedToRunningVmToGetEffectiveRoutes"),
    ])
  func unattached(name: String, day: String, code: String) throws {
    let estate = try SampleEstate.read()
    let day = try #require(Day(day))
    let answer = ARMService(estate, asOf: day).post(Self.path(name))
    #expect(answer.status == 400)
    #expect(answer.code == code)
    #expect(answer.message.contains(name))
    #expect(ARMService(estate, asOf: day, machines: .asIfRunning).post(Self.path(name)).status == 200)
  }

  @Test(
    "Attached is what has a running machine, or may have one",
    arguments: [
      (#""enableIPForwarding": false"#, true),
      (#""provisioningState": "Succeeded""#, false),
      (
        #""provisioningState": "Succeeded", "virtualMachine": {"id": "/subscriptions/s1/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/elsewhere"}"#,
        true
      ),
      (#""provisioningState": "Succeeded", "virtualMachine": {"id": "\#(SampleEstate.machine)/asleep"}"#, false),
      (#""virtualMachine": {"id": "\#(SampleEstate.machine)/web"}"#, true),
      (#""privateEndpoint": {"id": "\#(SampleEstate.network)/privateEndpoints/p"}"#, false),
    ])
  func attachment(properties: String, isRunning: Bool) throws {
    let estate = try SampleEstate.read(adding: SampleEstate.interface("new", "Front", "10.0.0.7", properties))
    #expect(Attachment(estate).isRunning(estate.networkInterfaces.count - 1) == isRunning)
  }

  @Test("The NIC of a private endpoint is unattached even where only the endpoint says so")
  func privateEndpoint() throws {
    let endpoint = """
      {"id": "\(SampleEstate.network)/privateEndpoints/p", "properties": {
       "networkInterfaces": [{"id": "\(SampleEstate.network)/networkInterfaces/new"}]}}
      """
    let estate = try SampleEstate.read(
      adding: "\(SampleEstate.interface("new", "Front", "10.0.0.7")), \(endpoint)")
    #expect(!Attachment(estate).isRunning(estate.networkInterfaces.count - 1))
  }

  @Test("Where the snapshot lacks the subnet or the network, the error names it and how to collect it")
  func incomplete() throws {
    let service = ARMService(try SampleEstate.read())
    let noSubnet = service.post(Self.path("lost"))
    #expect(noSubnet.status == 400)
    #expect(noSubnet.code == "SnapshotIncomplete")
    #expect(noSubnet.message.contains("az network vnet subnet show --ids"))
    let alone = ARMService(try SampleEstate.read(SampleEstate.interface("alone", "Front", "10.0.0.4")))
    #expect(
      alone.post(Self.path("alone")).message.contains("Virtual network \(SampleEstate.network)/virtualNetworks/Hub"))
    let bare = ARMService(
      try SampleEstate.read(#"{"id": "\#(SampleEstate.network)/networkInterfaces/bare", "properties": {}}"#))
    #expect(bare.post(Self.path("bare")).message.contains("names no subnet"))
  }

  @Test("What the table lacks is told beside it")
  func missing() throws {
    let peering = """
      {"id": "\(SampleEstate.network)/virtualNetworks/Hub/virtualNetworkPeerings/p", "properties": {
       "peeringState": "Connected", "remoteVirtualNetwork": {"id": "\(SampleEstate.network)/virtualNetworks/Unknown"}}}
      """
    let estate = try SampleEstate.read(adding: peering)
    let table = try ARMService(estate).effectiveRoutes(ofInterface: 0)
    #expect(table.missing.map(\.kind) == [.resource])
    #expect(try ARMService(try SampleEstate.read()).effectiveRoutes(ofInterface: 0).missing.isEmpty)
  }

  @Test("A NIC that isn't there is ARM's 404, and other resources have no such action")
  func absent() throws {
    let service = ARMService(try SampleEstate.read())
    #expect(service.post(Self.path("none")).code == "ResourceNotFound")
    let wrong = service.post("\(SampleEstate.network)/virtualNetworks/Hub/effectiveRouteTable")
    #expect(wrong.status == 404)
    #expect(wrong.code == "NotFound")
  }
}
