import AzureResources
import CircuitVerification
import CustomerEdge
import CustomerEdgeChecks
import Estate
import Findings
import GatewayVerification
import HybridConnectivity
import Testing

/// Real routers, real sessions, real ARP: a circuit in network namespaces, broken in many ways.
@Suite("A circuit of FRR routers", .serialized)
struct ExpressRouteLabTests {
  /// What is to be found first in a scenario.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let scenario: String
    /// By what Azure's own answers say; nil where they say nothing is wrong.
    var circuit: CheckCode?
    /// With the customer edge's files beside them.
    var withEdge: CheckCode?
    /// By the files alone, held against the circuit, and what is said of it.
    var edge: CheckCode?
    var says = ""
    /// At the gateway.
    var gateway: CheckCode?
    var testDescription: String { scenario }
  }

  static let expectations: [Expectation] = [
    Expectation(scenario: "unbroken"),
    Expectation(
      scenario: "link-shut", circuit: .arpTable, withEdge: .arpTable, edge: .edgeNeighbourUnresolved,
      says: "nobody answers for 172.16.0.2"),
    Expectation(
      scenario: "both-links-shut", circuit: .arpTable, withEdge: .arpTable, edge: .edgeNeighbourUnresolved,
      says: "nobody answers for 172.16.0.2", gateway: .nothingLearned),
    Expectation(
      scenario: "wrong-vlan", circuit: .arpTable, withEdge: .edgeVLANDiffers, edge: .edgeVLANDiffers,
      says: "sec.201 has VLAN 201, the peering's is 200"),
    Expectation(
      scenario: "swapped-addresses", circuit: .arpTable, withEdge: .edgeAddressDiffers, edge: .edgeAddressDiffers,
      says: "pri.200 has 172.16.0.2, which is Microsoft's address of the primary link"),
    Expectation(
      scenario: "wrong-prefix-length", circuit: .bgpSession, withEdge: .edgeAddressDiffers, edge: .edgeAddressDiffers,
      says: "sec.200 has 172.16.1.1/31"),
    Expectation(
      scenario: "wrong-remote-asn", circuit: .bgpSession, withEdge: .edgeRemoteASNDiffers, edge: .edgeRemoteASNDiffers,
      says: "expects AS 12077 of 172.16.0.2"),
    Expectation(
      scenario: "wrong-own-asn", circuit: .bgpSession, withEdge: .edgeASNDiffers, edge: .edgeASNDiffers,
      says: "has AS 65002 towards 172.16.1.2"),
    Expectation(
      scenario: "wrong-key", circuit: .bgpSession, withEdge: .edgeKeyDiffers, edge: .edgeKeyDiffers,
      says: "172.16.0.2 has another key than 172.16.1.2"),
    Expectation(
      scenario: "key-missing", circuit: .bgpSession, withEdge: .edgeKeyDiffers, edge: .edgeKeyDiffers,
      says: "172.16.1.2 has no key while 172.16.0.2 has one"),
    Expectation(
      scenario: "session-shut-at-edge", circuit: .bgpSession, withEdge: .edgeSessionMissing, edge: .edgeSessionMissing,
      says: "the session to 172.16.0.2 is shut down"),
    Expectation(
      scenario: "peering-disabled", circuit: .peeringState, withEdge: .peeringState, gateway: .nothingLearned),
    Expectation(
      scenario: "prefix-on-one-path", circuit: .oneSidedPrefixes, withEdge: .oneSidedPrefixes,
      edge: .edgeAnnouncementsDiffer, says: "announces 192.168.20.0/24 to the primary link only"),
    Expectation(
      scenario: "nothing-announced", circuit: .receivedPrefixes, withEdge: .receivedPrefixes,
      gateway: .nothingLearned),
    Expectation(scenario: "prepended"),
    Expectation(
      scenario: "default-route", circuit: .announcedDefaultRoute, withEdge: .announcedDefaultRoute,
      gateway: .ownPrefixLearned),
    Expectation(
      scenario: "azure-prefix-announced", circuit: .announcedAzurePrefix, withEdge: .announcedAzurePrefix,
      gateway: .ownPrefixLearned),
    Expectation(
      scenario: "azure-prefix-filtered", withEdge: .edgeReceivesLess, edge: .edgeReceivesLess,
      says: "has none of the 1 prefixes"),
    Expectation(
      scenario: "gateway-on-one-path", circuit: .gatewaySessions, withEdge: .gatewaySessions,
      gateway: .bgpPeerNotConnected),
    Expectation(
      scenario: "prefix-limit", circuit: .bgpSession, withEdge: .bgpSession, edge: .edgeSessionDown,
      says: "the session to 172.16.0.2"),
  ]

  static let isHere = ExpressRouteLab.obstacle == nil
  static let obstacle = "skipped: \(ExpressRouteLab.obstacle ?? "")"

  /// The first check that isn't content. One that had nothing to look at doesn't count.
  private static func first(_ checks: [Check]) -> Check? {
    checks.first { $0.status == .fail } ?? checks.first { $0.status != .pass && $0.status != .skipped }
  }

  @Test(
    "What breaks the circuit is named by Azure's answers, and more closely with the customer edge's files",
    .enabled(if: isHere, "\(obstacle)"), arguments: expectations)
  func circuit(_ expectation: Expectation) async throws {
    let (estate, edge) = try await ExpressRouteLab.scenario(expectation.scenario)
    let catalog = CircuitCatalog(estate)
    let circuit = try #require(catalog.circuits.first)
    for (files, expected) in [(nil, expectation.circuit), (edge, expectation.withEdge)] {
      let result = try #require(CircuitVerifier(estate, catalog, edge: files).verify(circuit.id))
      let found = Self.first(result.verification.checks)
      #expect(found?.code == expected, "\(files == nil ? "without" : "with") files: \(found?.summary ?? "nothing")")
      if expected != nil { #expect(found?.remedy != nil) }
    }
  }

  @Test(
    "What breaks the circuit is named by the customer edge's files and at the gateway",
    .enabled(if: isHere, "\(obstacle)"), arguments: expectations)
  func ends(_ expectation: Expectation) async throws {
    let (estate, edge) = try await ExpressRouteLab.scenario(expectation.scenario)
    let catalog = CircuitCatalog(estate)
    let circuit = try #require(catalog.circuits.first)
    let comparison = EdgeComparison(edge, with: circuit, observed: catalog.observations(of: circuit.id), in: estate)
    let found = comparison.checks.first { $0.status != .pass }
    #expect(found?.code == expectation.edge, "\(found?.summary ?? "nothing")")
    #expect(expectation.edge == nil || found?.summary.contains(expectation.says) == true, "\(found?.summary ?? "")")

    let gateways = GatewayCatalog(estate)
    let gateway = try #require(gateways.gateways.first)
    let verification = try #require(GatewayVerifier(gateways).verify(gateway.id))
    let fault = verification.checks.first { $0.status != .pass }
    #expect(fault?.code == expectation.gateway, "\(fault?.summary ?? "nothing")")
  }

  @Test("A link that is made standby by a longer AS path is said to be that", .enabled(if: isHere, "\(obstacle)"))
  func standby() async throws {
    let (estate, _) = try await ExpressRouteLab.scenario("prepended")
    let catalog = CircuitCatalog(estate)
    let circuit = try #require(catalog.circuits.first)
    let result = try #require(CircuitVerifier(estate, catalog).verify(circuit.id))
    let paths = result.verification.checks.filter { $0.code == .asPaths }.map(\.summary)
    #expect(paths.contains { $0.contains("over the primary path") && $0.contains("standby") }, "\(paths)")
  }

  @Test("The lab clears up behind itself", .enabled(if: isHere, "\(obstacle)"))
  func cleanUp() async { await ExpressRouteLab.removeFiles() }
}
