import Estate
import JSONDocument
import Testing

@testable import ARMAnswers

@Suite("Recorded calls")
struct RecordedCallsTests {
  private static let gateway = "\(SampleEstate.network)/virtualNetworkGateways/gw"
  private static let observations = """
    {"method": "POST", "path": "\(gateway)/getBgpPeerStatus?api-version=2023-01-01&peer=10.0.0.1", "status": 200,
     "observedAt": "2026-01-01T00:00:00Z", "response": {"value": ["first"]}},
    {"method": "POST", "path": "\(gateway)/getBgpPeerStatus?peer=10.0.0.2", "status": 200,
     "observedAt": "2026-01-02T00:00:00Z", "response": {"value": ["second"]}},
    {"method": "POST", "path": "\(gateway)/getLearnedRoutes", "observedAt": "2026-01-02T00:00:00Z",
     "response": {"value": ["newer"]}},
    {"method": "POST", "path": "\(gateway)/getLearnedRoutes", "observedAt": "2026-01-01T00:00:00Z",
     "response": {"value": ["older"]}},
    {"method": "POST", "path": "\(gateway)/ask", "body": {"A": "X", "b": null, "c": [1]}, "status": 202, "response": [1]},
    {"method": "GET", "path": "\(gateway)", "status": 200, "response": {"name": "recorded"}},
    {"method": "POST", "path": "\(gateway)/refuse", "status": 409, "response": {"error": {"code": "Busy", "message": ""}}},
    {"method": "GET", "path": "/subscriptions/s1/providers/Microsoft.Network/networkWatchers",
     "response": {"value": [{"name": "watcher"}]}},
    {"method": "POST", "path": "\(SampleEstate.network)/networkInterfaces/lost/effectiveRouteTable",
     "response": {"value": ["recorded"]}},
    {"method": "POST", "path": "\(SampleEstate.network)/networkInterfaces/web-1/effectiveRouteTable",
     "response": {"value": ["recorded"]}},
    {"method": "POST", "path": "/providers/Microsoft.ResourceGraph/resources", "response": null}
    """
  let service: ARMService

  init() throws { service = ARMService(try SampleEstate.read(observations: Self.observations)) }

  @Test("A call that isn't computed is answered from its recording, whatever the case of its path")
  func answered() {
    #expect(service.post("\(Self.gateway.uppercased())/GETLEARNEDROUTES?api-version=1").body == ["value": ["newer"]])
    #expect(service.get(Self.gateway).body["name"] == "recorded")
    #expect(service.post("/providers/Microsoft.ResourceGraph/resources").body == [:])
  }

  @Test("The recording keeps its status, and a bare list is made an ARM list")
  func status() {
    let asked = service.post("\(Self.gateway)/ask", ["a": "x", "C": [1]])
    #expect(asked.status == 202)
    #expect(asked.body == ["value": [1]])
    #expect(service.post("\(Self.gateway)/refuse").status == 409)
  }

  @Test("Another body, another query or another method is another call")
  func otherCalls() {
    #expect(service.post("\(Self.gateway)/ask", ["a": "y", "c": [1]]).status == 404)
    #expect(service.post("\(Self.gateway)/ask", ["a": "x", "c": [1, 2]]).status == 404)
    #expect(service.post("\(Self.gateway)/ask").status == 404)
    #expect(service.post("\(Self.gateway)/getBgpPeerStatus?peer=10.0.0.1").body == ["value": ["first"]])
    #expect(service.post("\(Self.gateway)/getBgpPeerStatus?peer=10.0.0.2").body == ["value": ["second"]])
    #expect(service.post("\(Self.gateway)/getBgpPeerStatus?peer=10.0.0.3").status == 404)
    #expect(service.get("\(Self.gateway)/ask").status == 404)
  }

  @Test("A list that nobody collected is taken from its recording")
  func emptyList() {
    #expect(service.get("/subscriptions/s1/providers/Microsoft.Network/networkWatchers").names == ["watcher"])
    #expect(service.get("/subscriptions/s1/providers/Microsoft.Network/virtualNetworks").names == ["Hub"])
  }

  @Test("A computed answer goes before a recording, unless the snapshot is incomplete")
  func computedFirst() {
    let path = "\(SampleEstate.network)/networkInterfaces"
    #expect(service.post("\(path)/lost/effectiveRouteTable").body == ["value": ["recorded"]])
    #expect(service.post("\(path)/web-1/effectiveRouteTable").body["value"]?.elements?.count ?? 0 > 1)
  }
}
