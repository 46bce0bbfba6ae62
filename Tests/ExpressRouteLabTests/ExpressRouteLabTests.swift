import AzureResources
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
  /// What is to be found first in a scenario: by the customer edge's own files, and at the gateway.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let scenario: String
    var edge: CheckCode?
    var gateway: CheckCode?
    var says = ""
    var testDescription: String { scenario }
  }

  static let expectations: [Expectation] = [
    Expectation(scenario: "unbroken"),
    Expectation(scenario: "link-shut", edge: .edgeNeighbourUnresolved, says: "nobody answers for 172.16.0.2"),
    Expectation(
      scenario: "both-links-shut", edge: .edgeNeighbourUnresolved, gateway: .nothingLearned, says: "172.16.0.2"),
    Expectation(scenario: "wrong-vlan", edge: .edgeVLANDiffers, says: "sec.201 has VLAN 201, the peering's is 200"),
    Expectation(
      scenario: "swapped-addresses", edge: .edgeAddressDiffers,
      says: "pri.200 has 172.16.0.2, which is Microsoft's address of the primary link"),
    Expectation(scenario: "wrong-prefix-length", edge: .edgeAddressDiffers, says: "sec.200 has 172.16.1.1/31"),
    Expectation(scenario: "wrong-remote-asn", edge: .edgeRemoteASNDiffers, says: "expects AS 12077 of 172.16.0.2"),
    Expectation(scenario: "wrong-own-asn", edge: .edgeASNDiffers, says: "has AS 65002 towards 172.16.1.2"),
    Expectation(scenario: "wrong-key", edge: .edgeKeyDiffers, says: "172.16.0.2 has another key than 172.16.1.2"),
    Expectation(scenario: "key-missing", edge: .edgeKeyDiffers, says: "172.16.1.2 has no key while 172.16.0.2 has one"),
    Expectation(
      scenario: "session-shut-at-edge", edge: .edgeSessionMissing, says: "the session to 172.16.0.2 is shut down"),
    Expectation(scenario: "peering-disabled", gateway: .nothingLearned),
    Expectation(
      scenario: "prefix-on-one-path", edge: .edgeAnnouncementsDiffer,
      says: "announces 192.168.20.0/24 to the primary link only"),
    Expectation(scenario: "nothing-announced", gateway: .nothingLearned),
    Expectation(scenario: "prepended"),
    Expectation(scenario: "default-route", gateway: .ownPrefixLearned),
    Expectation(scenario: "azure-prefix-announced", gateway: .ownPrefixLearned),
    Expectation(scenario: "azure-prefix-filtered", edge: .edgeReceivesLess, says: "has none of the 1 prefixes"),
    Expectation(scenario: "gateway-on-one-path", gateway: .bgpPeerNotConnected),
    Expectation(scenario: "prefix-limit", edge: .edgeSessionDown, says: "the session to 172.16.0.2"),
  ]

  @Test(
    "What breaks the lab is named by the customer edge's files and at the gateway",
    .enabled(if: ExpressRouteLab.obstacle == nil, "skipped: \(ExpressRouteLab.obstacle ?? "")"), arguments: expectations
  )
  func named(_ expectation: Expectation) async throws {
    let (estate, edge) = try await ExpressRouteLab.scenario(expectation.scenario)
    let catalog = CircuitCatalog(estate)
    let circuit = try #require(catalog.circuits.first)
    let comparison = EdgeComparison(edge, with: circuit, observed: catalog.observations(of: circuit.id), in: estate)
    let found = comparison.checks.first { $0.status != .pass }
    #expect(found?.code == expectation.edge, "\(found?.summary ?? "nothing")")
    if expectation.edge != nil { #expect(found?.summary.contains(expectation.says) == true, "\(found?.summary ?? "")") }

    let gateways = GatewayCatalog(estate)
    let gateway = try #require(gateways.gateways.first)
    let verification = try #require(GatewayVerifier(gateways).verify(gateway.id))
    let fault = verification.checks.first { $0.status != .pass }
    #expect(fault?.code == expectation.gateway, "\(fault?.summary ?? "nothing")")
  }

  @Test(
    "The lab clears up behind itself",
    .enabled(if: ExpressRouteLab.obstacle == nil, "skipped: \(ExpressRouteLab.obstacle ?? "")"))
  func cleanUp() async { await ExpressRouteLab.removeFiles() }
}
