import AzureResources
import Diagnosis
import EstateFixtures
import Estate
import Filtering
import Findings
import IPAddressing
import JSONDocument
import Routing
import TestSupport
import Testing

@Suite("What a change of a group opens")
struct OpenedFlowsTests {
  private typealias Lab = EstateBuilder

  /// The rules' word by sets is their word flow by flow.
  @Test("What rules allow as boxes is what they allow flow by flow", arguments: [UInt64(1), 2, 3, 4])
  func boxes(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (estate, evaluator) = try Self.randomGroup(&random)
    var filters = evaluator
    let group = try #require(ResourceID(Lab.securityGroup("nsg")))
    let interface = try #require(estate.networkInterfaceIndex(ResourceID(Lab.nic("vm2"))))
    let subnet = try #require(estate.subnet(ofInterface: interface))
    let resolved = filters.resolvedRules(of: group, .inbound, inSubnet: subnet)
    let rules = try #require(resolved)
    let everything = FlowBox(from: .all, to: .all, .tcp, ports: .any)
    let allowed = try #require(ResolvedRule.allowed(by: rules, within: [everything]))
    for _ in 0..<400 {
      let source = try IPAddress(Self.pick(["10.1.1.10", "10.1.1.11", "10.2.1.77", "8.8.8.8", "20.1.1.9"], &random))
      let port = try #require(UInt16(Self.pick(["22", "80", "85", "91", "443"], &random)))
      let destination = try IPAddress("10.2.1.10")
      let flow = Flow(.tcp, from: source, port: 50_000, to: destination, port: port)
      let verdict = filters.verdict(flow, .inbound, atInterface: interface)
      let holding = allowed.filter {
        $0.sources.contains(source) && $0.destinations.contains(destination) && $0.sourcePorts.contains(50_000)
          && $0.destinationPorts.contains(port) && $0.transports.contains(.tcp)
      }
      #expect(
        holding.count == (verdict.access == FilterAccess.allow ? 1 : 0),
        "seed \(seed): \(source) \(port) \(verdict.access)")
    }
  }

  private static func pick(_ choices: [String], _ random: inout SplitMix64) -> String {
    choices.randomElement(using: &random) ?? ""
  }

  private static func randomGroup(_ random: inout SplitMix64) throws -> (Estate, FilterEvaluator) {
    var lab = Lab.filtered
    for number in 0..<12 {
      lab.securityRule(
        "nsg", "r\(number)", 100 + 10 * number, Self.pick(["Allow", "Deny"], &random),
        transport: Self.pick(["*", "Tcp", "Udp"], &random),
        from: Self.pick(["*", "10.1.0.0/16", "10.1.1.10", "VirtualNetwork", "Internet"], &random),
        to: Self.pick(["*", "10.2.1.10", "10.2.0.0/16"], &random),
        port: Self.pick(["*", "443", "80-90", "22"], &random))
    }
    let estate = try lab.estate()
    return (estate, FilterEvaluator(estate, tables: RouteTableBuilder(estate)))
  }

  private static func opening(_ lab: EstateBuilder, port: UInt16 = 443) throws -> Opening {
    let asked = try Plant.diagnose(lab, "vm1", "vm2", port: port)
    return try #require(RemedyProver(try lab.estate()).prove(asked).cause?.remedy.opens)
  }

  @Test("A rule for one flow opens that flow alone")
  func oneFlow() throws {
    var lab = Lab.filtered
    lab.securityRule("nsg", "no-web", 200, "Deny", port: "443")
    #expect(try Self.opening(lab).isEmpty)
  }

  @Test("A NIC that joins a group gets all that the group may, and no more")
  func membership() throws {
    var lab = Lab.filtered
    lab.add(Lab.applicationGroup("web"), JSONObject([]))
    lab.securityRule("nsg", "to-web", 100, "Allow", from: "10.1.0.0/16", to: "asg web", port: "443")
    lab.securityRule("nsg", "monitoring", 90, "Allow", from: "10.1.9.0/24", port: "443")
    lab.securityRule("nsg", "deny-all", 4096, "Deny")
    let flows = try #require(try Self.opening(lab).flows.first)
    #expect(flows.direction == .inbound)
    #expect(flows.boxes.allSatisfy { $0.destinations.prefixes.map(\.description) == ["10.2.1.10/32"] })
    let sources = flows.boxes.reduce(IPAddressSet()) { $0.union($1.sources) }
    // TCP from vm1 itself is the question; what `monitoring` allowed before is no news.
    #expect(sources.contains(try IPAddress("10.1.1.11")))
    #expect(!sources.contains(try IPAddress("10.1.9.1")))
    #expect(!sources.contains(try IPAddress("10.3.0.1")))
    let asker = try IPAddress("10.1.1.10")
    #expect(!flows.boxes.contains { $0.transports.contains(.tcp) && $0.sources.contains(asker) })
  }
}
