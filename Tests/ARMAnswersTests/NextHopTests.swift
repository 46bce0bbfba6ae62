import AzureFacts
import Estate
import IPAddressing
import JSONDocument
import Routing
import Testing

@testable import ARMAnswers

@Suite("POST nextHop")
struct NextHopTests {
  private static let path = "\(SampleEstate.network)/networkWatchers/anywhere/nextHop"

  private static func body(
    _ machine: String = "web", from source: String = "10.0.0.4", to destination: String = "10.0.1.9",
    interface: String? = nil
  ) -> JSONValue {
    var object = JSONObject([
      ("targetResourceId", .string("\(SampleEstate.machine)/\(machine)")), ("sourceIPAddress", .string(source)),
      ("destinationIPAddress", .string(destination)),
    ])
    if let interface {
      object["targetNicResourceId"] = .string("\(SampleEstate.network)/networkInterfaces/\(interface)")
    }
    return .object(object)
  }

  @Test(
    "The NIC is the one named, else the one that owns the source address, else the primary one",
    arguments: [
      ("10.0.0.4", nil, "Internet"), ("10.0.1.4", nil, "VirtualAppliance"), ("10.0.0.4", "web-1", "Internet"),
      ("10.0.1.4", "WEB-2", "VirtualAppliance"),
    ] as [(String, String?, String)])
  func choice(source: String, interface: String?, type: String) throws {
    let answer = ARMService(try SampleEstate.read())
      .post(Self.path, Self.body(from: source, to: "8.8.8.8", interface: interface))
    #expect(answer.body["nextHopType"]?.text == type)
  }

  @Test("The answer has the address for appliances only, and the table's id or the words System Route")
  func shape() throws {
    let service = ARMService(try SampleEstate.read())
    #expect(
      service.post(Self.path, Self.body()).body == ["nextHopType": "VirtualNetwork", "routeTableId": "System Route"])
    #expect(
      service.post(Self.path, Self.body(from: "10.0.1.4", to: "8.8.8.8")).body == [
        "nextHopType": "VirtualAppliance", "nextHopIpAddress": "10.0.0.9",
        "routeTableId": .string("\(SampleEstate.network)/routeTables/Detour"),
      ])
    #expect(service.post(Self.path, Self.body(to: "10.9.9.9")).body["nextHopType"]?.text == "None")
  }

  @Test("The own network was called otherwise in early 2017, and any source address was taken")
  func oldDays() throws {
    let service = ARMService(try SampleEstate.read(), asOf: try #require(Day("2017-06-29")))
    #expect(service.post(Self.path, Self.body(from: "123.4.5.6")).body["nextHopType"]?.text == "VnetLocal")
  }

  @Test("A source address that is none of the NIC's is refused today, unless its addresses aren't all known")
  func sourceAddress() throws {
    let strange = ARMService(try SampleEstate.read()).post(Self.path, Self.body(from: "123.4.5.6"))
    #expect(strange.status == 400)
    #expect(strange.code == "SourceIpDoesNotMatchNicIp")
    let vague = """
      {"id": "\(SampleEstate.machine)/vague", "properties": {"networkProfile": {"networkInterfaces": [
       {"id": "\(SampleEstate.network)/networkInterfaces/vague"}]}}}, \(SampleEstate.interface("vague", "Front", nil))
      """
    let service = ARMService(try SampleEstate.read(adding: vague))
    #expect(service.post(Self.path, Self.body("vague", from: "10.0.0.77")).status == 200)
  }

  @Test("With several NICs of which one forwards, the NIC must be named")
  func forwarding() throws {
    let resources = SampleEstate.resources.replacing(
      SampleEstate.interface("web-2", "Back", "10.0.1.4"),
      with: SampleEstate.interface("web-2", "Back", "10.0.1.4", #""enableIPForwarding": true"#))
    let service = ARMService(try SampleEstate.read(resources))
    let open = service.post(Self.path, Self.body())
    #expect(open.status == 400)
    #expect(open.message.contains("targetNicResourceId"))
    #expect(service.post(Self.path, Self.body(interface: "web-1")).status == 200)
  }

  @Test("A machine is known by NICs that name it, and by the NIC that az vm create makes")
  func unknownMachine() throws {
    let named = SampleEstate.interface(
      "some-nic", "Back", "10.0.1.8",
      #""virtualMachine": {"id": "/subscriptions/0000/resourceGroups/net/providers/Microsoft.Compute/virtualMachines/Ghost"}"#
    )
    let service = ARMService(
      try SampleEstate.read(adding: "\(named), \(SampleEstate.interface("phantomVMNic", "Front", "10.0.0.8"))"))
    #expect(
      service.post(Self.path, Self.body("ghost", from: "10.0.1.8", to: "8.8.8.8")).body["nextHopType"]?.text
        == "VirtualAppliance")
    #expect(service.post(Self.path, Self.body("phantom", from: "10.0.0.8")).status == 200)
    #expect(service.post(Self.path, Self.body("nobody")).code == "ResourceNotFound")
  }

  @Test("A stopped machine is refused unless it is to count as running")
  func stopped() throws {
    let estate = try SampleEstate.read()
    let body = Self.body("asleep", from: "10.0.0.5")
    #expect(ARMService(estate).post(Self.path, body).status == 400)
    #expect(ARMService(estate, machines: .asIfRunning).post(Self.path, body).status == 200)
  }

  @Test(
    "A field that is missing or unreadable is named",
    arguments: [
      (#"{}"#, "targetResourceId"), (#"[]"#, "targetResourceId"), (#""x""#, "targetResourceId"),
      (#"{"targetResourceId": 7}"#, "targetResourceId"), (#"{"targetResourceId": "web"}"#, "targetResourceId"),
      (
        #"{"targetResourceId": "/subscriptions/s1/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v", "sourceIPAddress": "1.2.3.4", "destinationIPAddress": "1.2.3.4"}"#,
        "targetResourceId"
      ),
      (#"{"targetResourceId": "\#(SampleEstate.machine)/web"}"#, "sourceIPAddress"),
      (#"{"targetResourceId": "\#(SampleEstate.machine)/web", "sourceIPAddress": "1.2.3"}"#, "sourceIPAddress"),
      (
        #"{"targetResourceId": "\#(SampleEstate.machine)/web", "sourceIPAddress": "1.2.3.4", "destinationIPAddress": ""}"#,
        "destinationIPAddress"
      ),
      (
        #"{"targetResourceId": "\#(SampleEstate.machine)/web", "sourceIPAddress": "1.2.3.4", "destinationIPAddress": "1.2.3.4", "targetNicResourceId": "\#(SampleEstate.network)/networkInterfaces/loose"}"#,
        "targetNicResourceId"
      ),
    ])
  func badBody(body: String, field: String) throws {
    let answer = ARMService(try SampleEstate.read()).post(Self.path, try SampleEstate.json(body))
    #expect(answer.status == 400)
    #expect(answer.code == "InvalidRequestFormat")
    #expect(answer.message.contains(field), "\(answer.message)")
  }

  @Test("A missing body names the first field")
  func noBody() throws {
    let answer = ARMService(try SampleEstate.read()).post(Self.path)
    #expect(answer.code == "InvalidRequestFormat")
    #expect(answer.message.contains("targetResourceId"))
  }

  @Test(
    "Every type of effective routes has its name in this call",
    arguments: zip(
      EffectiveNextHopType.allCases,
      [
        "VirtualNetwork", "VirtualNetworkPeering", "ConnectedGroup", "VirtualNetworkGateway", "Internet", "None",
        "VirtualAppliance", "VirtualNetworkServiceEndpoint", "PrivateEndpoint", "VirtualNetworkPeering",
      ]))
  func names(type: EffectiveNextHopType, name: String) {
    #expect(NextHop.name(of: type, on: .newest) == name)
  }

  @Test("A user route whose tag is unknown leaves public addresses undecided")
  func undecided() throws {
    let resources = SampleEstate.resources.replacing(#""0.0.0.0/0""#, with: #""Storage""#)
    let service = ARMService(try SampleEstate.read(resources))
    let outside = try service.nextHop(ofInterface: 1, to: try IPAddress("8.8.8.8"))
    #expect(outside.undecided.map(\.serviceTag) == ["Storage"])
    #expect(outside.missing.map(\.kind) == [.serviceTag])
    #expect(try service.nextHop(ofInterface: 1, to: try IPAddress("10.0.0.1")).undecided.isEmpty)
  }
}
