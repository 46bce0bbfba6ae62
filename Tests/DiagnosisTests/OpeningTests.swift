import AzureResources
import Diagnosis
import EstateFixtures
import Findings
import IPAddressing
import JSONDocument
import Testing

@Suite("What a remedy opens")
struct OpeningTests {
  private typealias Lab = EstateBuilder

  private static func opening(
    _ lab: EstateBuilder, _ source: String, _ destination: String
  ) throws -> (Opening, Diagnosis) {
    let diagnosis = RemedyProver(try lab.estate()).prove(try Plant.diagnose(lab, source, destination))
    return (try #require(diagnosis.cause?.remedy.opens), diagnosis)
  }

  @Test("A deleted black hole changes the next hop for its own prefix, in the subnets of its table alone")
  func route() throws {
    var lab = Lab.hubAndSpokes
    lab.route("rt1", "hole", "10.2.1.0/24", type: "None")
    let (opening, _) = try Self.opening(lab, "vm1", "vm2")
    #expect(opening.routes.map(\.subnet.name) == ["app", "empty"])
    #expect(opening.routes.map(\.subnet.parent?.name) == ["spoke1", "spoke1"])
    #expect(
      opening.routes.allSatisfy { $0.destinations.prefixes.map(\.description) == ["10.2.1.0/24"] }, "\(opening.routes)")
    #expect(opening.routes.map(\.interfaces) == [1, 0])
    // spoke1/app to spoke2/app is the question itself.
    #expect(opening.pairs.first.map { "\($0.from.name) \($0.to.name)" } == ["empty app"])
    #expect(opening.pairs.isComplete)
  }

  @Test("A NIC that forwards opens all that is routed through it")
  func forwarding() throws {
    var lab = Lab.hubAndSpokes
    lab.set(Lab.nic("nva"), "enableIPForwarding", false)
    let (opening, _) = try Self.opening(lab, "vm1", "vm2")
    #expect(opening.routes.isEmpty)
    // Two subnets of each spoke, both ways, but for the pair that was asked about.
    #expect(opening.pairs.count == 7, "\(opening.pairs)")
  }

  @Test("A change that concerns nobody else opens nothing")
  func nothing() throws {
    var lab = Lab.hubAndSpokes
    lab.power("vm2", "deallocated")
    let (opening, _) = try Self.opening(lab, "vm1", "vm2")
    #expect(opening.isEmpty)
  }
}
