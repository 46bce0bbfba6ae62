import AzureResources
import Diagnosis
import EstateFixtures
import Findings
import JSONDocument
import PathAnalysis
import Testing

/// Flows that are spread over several ways (routing semantics B-076, E-021, E-022, I-22).
@Suite("Several ways")
struct SeveralWaysTests {
  private typealias Lab = EstateBuilder

  /// Two spokes that reach each other by two appliances; the answers take the way that `back` names.
  private func lab(back: [String]) -> EstateBuilder {
    var lab = EstateBuilder.hubAndSpokes
    lab.machine("nva2", in: "hub/nva", "10.0.2.5", forwards: true)
    lab.route("rt1", "to-spoke2", "10.2.0.0/16", through: ["10.0.2.4", "10.0.2.5"])
    if back.count == 1 {
      lab.route("rt2", "to-spoke1", "10.1.0.0/16", via: back[0])
    } else {
      lab.route("rt2", "to-spoke1", "10.1.0.0/16", through: back)
    }
    return lab
  }

  /// The same by load balancers before both appliances.
  private func balanced(_ there: String, _ back: String) -> EstateBuilder {
    var lab = EstateBuilder.hubAndSpokes
    lab.machine("nva2", in: "hub/nva", "10.0.2.5", forwards: true)
    lab.balancer("lb", in: "hub/nva", "10.0.2.100")
    lab.balancer("lb2", in: "hub/nva", "10.0.2.101")
    for (name, address) in [("nva", "10.0.2.4"), ("nva2", "10.0.2.5")] {
      lab.configure(name, in: "hub/nva", address, pools: [Lab.pool("lb"), Lab.pool("lb2")])
    }
    lab.route("rt1", "to-spoke2", "10.2.0.0/16", via: there)
    lab.route("rt2", "to-spoke1", "10.1.0.0/16", via: back)
    return lab
  }

  private func stateless() throws -> DeclaredBehaviour {
    let names = try ["nva", "nva2"].map { try #require(ResourceID(Lab.machine($0))) }
    return DeclaredBehaviour(stateless: Set(names))
  }

  @Test("One way is no choice")
  func single() throws {
    let diagnosis = try Plant.diagnose(.hubAndSpokes, "vm1", "vm2")
    #expect(diagnosis.ways.isEmpty)
  }

  @Test("I-22: of equal next hops before appliances that keep state the flows that come back by another one fail")
  func unequalReturn() throws {
    let diagnosis = try Plant.diagnose(lab(back: ["10.0.2.4"]), "vm1", "vm2")
    #expect(diagnosis.verdict == .blocked)
    let cause = try #require(diagnosis.cause)
    #expect(cause.code == .asymmetricReturn)
    #expect(cause.summary.hasSuffix("; of 2 ways that flows may take, those by nva2 fail"), "\(cause.summary)")
    #expect(diagnosis.ways.map(\.name) == ["nva", "nva2"])
    #expect(diagnosis.ways.map(\.verdict) == [.reachable, .blocked])
    #expect(diagnosis.ways.map(\.cause) == [nil, .asymmetricReturn])
    #expect(diagnosis.checks.filter { $0.status == .fail }.map(\.summary) == [cause.summary])
    #expect(diagnosis.forward.forks.map(\.taken) == [1])
  }

  @Test("I-22: equal next hops in both directions: half of the flows come back by the other appliance")
  func equalReturn() throws {
    let lab = lab(back: ["10.0.2.4", "10.0.2.5"])
    let diagnosis = try Plant.diagnose(lab, "vm1", "vm2")
    #expect(diagnosis.verdict == .blocked)
    #expect(diagnosis.ways.count == 4)
    #expect(diagnosis.ways.count { $0.verdict == .reachable } == 2)
    #expect(
      Set(diagnosis.ways.filter { $0.verdict == .blocked }.map(\.name)) == ["nva, back by nva2", "nva2, back by nva"])
    let routing = try Plant.diagnose(lab, "vm1", "vm2", declared: try stateless())
    #expect(routing.verdict == .reachable)
    #expect(routing.ways.count == 4)
    #expect(routing.assumptions.allSatisfy { $0.code != .firstOfSeveral })
  }

  @Test("Where every way fails, the first cause says nothing of shares")
  func allBlocked() throws {
    var lab = lab(back: ["10.0.2.4", "10.0.2.5"])
    lab.set(Lab.peering("spoke2/to-hub"), "allowForwardedTraffic", false)
    let diagnosis = try Plant.diagnose(lab, "vm1", "vm2")
    #expect(diagnosis.cause?.code == .forwardedTrafficDenied)
    #expect(diagnosis.cause?.summary.contains("ways") == false)
    #expect(diagnosis.ways.map(\.verdict) == [.blocked, .blocked])
  }

  @Test("What stops the flows of other ways is among the checks")
  func faultsOfOthers() throws {
    var lab = lab(back: ["10.0.2.4", "10.0.2.5"])
    lab.set(Lab.nic("nva2"), "enableIPForwarding", false)
    lab.power("nva", "deallocated")
    let diagnosis = try Plant.diagnose(lab, "vm1", "vm2", declared: try stateless())
    #expect(diagnosis.cause?.code == .applianceStopped)
    #expect(
      Set(diagnosis.checks.filter { $0.status == .fail }.map(\.code)) == [.applianceStopped, .applianceNotForwarding])
    let repaired = RemedyProver(try lab.estate(), declared: try stateless()).prove(diagnosis).repair
    #expect(repaired?.verdict == .reachable, "\(repaired?.remaining?.summary ?? "")")
  }

  @Test("E-021: one front end in both directions keeps a flow on one backend")
  func sameFrontend() throws {
    let diagnosis = try Plant.diagnose(balanced("10.0.2.100", "10.0.2.100"), "vm1", "vm2")
    #expect(diagnosis.verdict == .reachable, "\(diagnosis.cause?.summary ?? "")")
    #expect(diagnosis.ways.map(\.name) == ["nva", "nva2"])
    for way in diagnosis.ways {
      #expect(way.forward.statefulDevices == way.wayBack?.statefulDevices)
    }
    #expect(diagnosis.assumptions.allSatisfy { $0.code != .firstOfSeveral })
  }

  @Test("E-021: another front end for the answers doesn't")
  func otherFrontend() throws {
    let diagnosis = try Plant.diagnose(balanced("10.0.2.100", "10.0.2.101"), "vm1", "vm2")
    #expect(diagnosis.cause?.code == .asymmetricReturn)
    #expect(diagnosis.ways.count == 4)
  }

  @Test("E-022: a stopped backend is no way while others run, and is warned of")
  func stopped() throws {
    var lab = balanced("10.0.2.100", "10.0.2.100")
    lab.power("nva", "deallocated")
    let diagnosis = try Plant.diagnose(lab, "vm1", "vm2")
    #expect(diagnosis.verdict == .reachable)
    #expect(diagnosis.ways.isEmpty)
    let warning = try #require(diagnosis.checks.first { $0.code == .applianceStopped })
    #expect(warning.status == .warning)
    #expect(warning.resource?.text == Lab.machine("nva"))
    #expect(warning.summary.contains("nva-nic gets nothing from load balancer lb"))
    lab.power("nva2", "deallocated")
    #expect(try Plant.diagnose(lab, "vm1", "vm2").cause?.code == .applianceStopped)
  }

  @Test("E-023: a backend whose group denies the probe is no way while others take it, and is warned of")
  func probeDenied() throws {
    var lab = balanced("10.0.2.100", "10.0.2.100")
    lab.probe("lb", port: 8080)
    lab.securityGroup("nsg", at: ["nva"])
    lab.securityRule("nsg", "networks", 100, "Allow", from: "10.0.0.0/8")
    lab.securityRule("nsg", "rest", 4000, "Deny")
    let diagnosis = try Plant.diagnose(lab, "vm1", "vm2")
    #expect(diagnosis.verdict == .reachable, "\(diagnosis.cause?.summary ?? "")")
    #expect(diagnosis.forward.statefulDevices.map { String($0.name) } == ["nva2-nic"])
    let warning = try #require(diagnosis.checks.first { $0.code == .probeDenied })
    #expect(warning.status == .warning)
    #expect(warning.resource?.text == Lab.securityGroup("nsg"))
    let remedy = try #require(warning.remedy)
    let repaired = RemedyProver(try lab.estate()).diagnosis(diagnosis, after: remedy.changes)
    #expect(repaired?.checks.contains { $0.code == .probeDenied } == false)
    #expect(repaired?.ways.count == 2)
  }

  @Test("A service's backends are ways too: one whose group denies fails its share")
  func service() throws {
    var lab = EstateBuilder.pair
    lab.machine("vm3", in: "right/app", "10.2.1.11")
    lab.balancer("web", in: "right/other", "10.2.2.100", port: 443)
    for (name, address) in [("vm2", "10.2.1.10"), ("vm3", "10.2.1.11")] {
      lab.configure(name, in: "right/app", address, pools: [Lab.pool("web")])
    }
    #expect(try Plant.diagnose(lab, "vm1", "10.2.2.100").verdict == .reachable)
    lab.securityGroup("nsg", at: ["vm3"])
    lab.securityRule("nsg", "deny", 100, "Deny")
    let diagnosis = try Plant.diagnose(lab, "vm1", "10.2.2.100")
    #expect(diagnosis.cause?.code == .ruleDenies)
    #expect(diagnosis.cause?.summary.hasSuffix("those by vm3 fail") == true)
    #expect(diagnosis.ways.map(\.verdict) == [.reachable, .blocked])
  }

  @Test("More ways than are followed are cut, and then one stands for others")
  func cut() throws {
    var lab = EstateBuilder.hubAndSpokes
    let addresses = (4...13).map { "10.0.2.\($0)" }
    for address in addresses.dropFirst() { lab.machine("nva-\(address)", in: "hub/nva", address, forwards: true) }
    lab.route("rt1", "to-spoke2", "10.2.0.0/16", through: addresses)
    let names = try (["nva"] + addresses.dropFirst().map { "nva-\($0)" }).map {
      try #require(ResourceID(Lab.machine($0)))
    }
    let diagnosis = try Plant.diagnose(lab, "vm1", "vm2", declared: DeclaredBehaviour(stateless: Set(names)))
    #expect(diagnosis.verdict == .reachable)
    #expect(diagnosis.ways.count == 8)
    #expect(diagnosis.assumptions.contains { $0.code == .firstOfSeveral })
  }
}
