import JSONDocument
import Testing

@testable import ARMAnswers

@Suite("connectionMonitors/query")
struct ConnectionMonitorTests {
  private static let monitors = "\(SampleEstate.network)/networkWatchers/w/connectionMonitors"

  private func ask(_ name: String, _ properties: String, adding more: String = "") throws -> ARMResponse {
    let monitor = #"{"id": "\#(Self.monitors)/m", "location": "westeurope", "properties": {\#(properties)}}"#
    let estate = try SampleEstate.read(adding: more.isEmpty ? monitor : "\(monitor), \(more)")
    return ARMService(estate).post("\(Self.monitors)/\(name)/query")
  }

  private func states(_ answer: ARMResponse) -> [String?] {
    (answer.body["states"]?.elements ?? []).map { $0["connectionState"]?.text }
  }

  private static func ends(_ from: String, _ to: String) -> String {
    """
    "endpoints": [{"name": "a", "resourceId": "\(SampleEstate.machine)/\(from)"}, {"name": "B", "address": "\(to)"}],
    "testConfigurations": [{"name": "t", "protocol": "Tcp", "tcpConfiguration": {"port": 80}}],
    "testGroups": [{"name": "g", "testConfigurations": ["t"], "sources": ["A"], "destinations": ["b"]}]
    """
  }

  @Test("A monitor of today has a state for each pair of ends, with the stations of a connectivity check")
  func today() throws {
    let answer = try ask("m", Self.ends("web", "10.0.0.6"))
    #expect(answer.status == 200, "\(answer.body)")
    #expect(answer.body["sourceStatus"] == "Active")
    #expect(states(answer) == ["Reachable"])
    let hops = answer.body["states"]?.elements?.first?["hops"]?.elements ?? []
    #expect(hops.compactMap { $0["address"]?.text } == ["10.0.0.4", "10.0.0.6"])
  }

  @Test("A monitor of before 2020 has its port with the destination")
  func old() throws {
    let answer = try ask(
      "m",
      """
      "source": {"resourceId": "\(SampleEstate.machine)/web", "port": 0},
      "destination": {"address": "10.0.1.4", "port": 80}
      """)
    #expect(states(answer) == ["Reachable"])
  }

  @Test("A stopped source is inactive and has no states")
  func stopped() throws {
    let answer = try ask("m", Self.ends("asleep", "10.0.0.4"))
    #expect(answer.body["sourceStatus"] == "Inactive")
    #expect(states(answer) == [])
  }

  @Test("A pair whose source the snapshot lacks is unknown; a disabled group tests nothing")
  func unknown() throws {
    #expect(states(try ask("m", Self.ends("nobody", "10.0.0.4"))) == ["Unknown"])
    let disabled = Self.ends("web", "10.0.0.6").replacing(#""name": "g","#, with: #""name": "g", "disable": true,"#)
    #expect(states(try ask("m", disabled)) == [])
  }

  @Test("A monitor that isn't there is ARM's own error")
  func absent() throws {
    let answer = try ask("other", Self.ends("web", "10.0.0.6"))
    #expect(answer.status == 404)
    #expect(answer.body["error"]?["code"] == "ResourceNotFound")
  }
}
