import AzureFacts
import JSONDocument
import Testing

@testable import ARMAnswers

@Suite("topology")
struct TopologyTests {
  let service: ARMService

  init() throws { service = ARMService(try FilteredEstate.read()) }

  private func ask(_ body: JSONValue) -> ARMResponse { service.post("\(FilteredEstate.watcher)/topology", body) }

  private static func words(_ answer: ARMResponse) -> [String] {
    (answer.body["resources"]?.elements ?? []).map { resource in
      let associations = (resource["associations"]?.elements ?? []).map { association in
        "\(association["associationType"]?.text ?? "") \(association["name"]?.text ?? "")"
      }
      return ([resource["name"]?.text ?? ""] + associations).joined(separator: ", ")
    }
  }

  @Test("A group's resources come with what they contain and what they are associated with")
  func group() {
    let answer = ask(["targetResourceGroupName": "nEt"])
    #expect(
      Self.words(answer) == [
        "web, Contains web-1, Contains web-2", "asleep, Contains asleep-1",
        "web-1, Associated web, Associated own, Associated Front, Associated web-ip",
        "web-2, Associated web, Associated Back", "asleep-1, Associated asleep, Associated Front",
        "around, Associated Front, Contains web, Contains no-dns", "web", "no-dns", "own, Contains office", "office",
        "web-ip, Associated web-1", "Hub, Contains Front, Contains Back", "Front, Associated around", "Back",
      ])
    let locations = Set((answer.body["resources"]?.elements ?? []).compactMap { $0["location"]?.text })
    #expect(locations == ["westeurope"])
    #expect(answer.body["id"]?.text?.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
    #expect(ask(["targetResourceGroupName": "nEt"]) == answer)
  }

  @Test("A subnet's topology has what is in it and attached to it")
  func subnet() {
    #expect(
      Self.words(ask(["targetSubnet": ["id": .string("\(FilteredEstate.subnet)/Back")]])) == [
        "web, Contains web-1, Contains web-2", "web-2, Associated web, Associated Back", "Back",
      ])
  }

  @Test("A network's topology has all of its subnets'")
  func network() {
    let network = "\(FilteredEstate.network)/virtualNetworks/Hub"
    #expect(Self.words(ask(["targetVirtualNetwork": ["id": .string(network)]])).count == 14)
  }

  @Test("Before August 2017 a subnet didn't name its group")
  func older() throws {
    let older = ARMService(try FilteredEstate.read(), asOf: try #require(Day("2017-07-30")))
    let answer = older.post("\(FilteredEstate.watcher)/topology", ["targetResourceGroupName": "Net"])
    #expect(Self.words(answer).contains("Front"))
  }

  @Test("Groups and networks that aren't there are errors with Azure's codes")
  func errors() {
    #expect(ask(["targetResourceGroupName": "none"]).code == "ResourceGroupNotFound")
    #expect(ask([:]).code == "InvalidRequestFormat")
    #expect(ask(["targetSubnet": "x"]).code == "InvalidRequestFormat")
    #expect(
      ask(["targetVirtualNetwork": ["id": .string("\(FilteredEstate.network)/virtualNetworks/No")]]).status == 404)
  }
}
