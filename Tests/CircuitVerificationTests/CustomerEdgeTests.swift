import AzureResources
import CircuitVerification
import CustomerEdge
import EstateFixtures
import ExpressRouteFacts
import Findings
import HybridConnectivity
import Testing

@Suite("A circuit beside the customer's router")
struct CustomerEdgeTests {
  private static let sound = """
    hostname ce
    interface pri.200
     ip address 172.16.0.1/30
    interface sec.200
     ip address 172.16.0.5/30
    router bgp 64512
     neighbor 172.16.0.2 remote-as 12076
     neighbor 172.16.0.6 remote-as 12076
    """

  private static func verify(_ edge: String, _ change: (inout EstateBuilder) -> Void) throws -> CircuitVerification {
    let estate = try CircuitLab.after(change).estate()
    let catalog = CircuitCatalog(estate)
    let id = try #require(ResourceID(CircuitLab.circuit))
    let read = try CustomerEdgeReader.read(Array(edge.utf8))
    return try #require(CircuitVerifier(estate, catalog, edge: read).verify(id))
  }

  @Test("A router that fits the circuit changes nothing")
  func sound() throws {
    let result = try Self.verify(Self.sound) { _ in }
    #expect(result.verification.verdict == .healthy, "\(result.verification.cause?.summary ?? "")")
    let alarms = result.verification.checks.filter { $0.status == .warning }
    #expect(alarms.isEmpty, "\(alarms.map(\.summary))")
  }

  @Test(
    "E3: what differs at the router is named before what follows from it",
    arguments: [
      ("ip address 172.16.0.1/30", "ip address 172.16.0.2/30", CheckCode.edgeAddressDiffers),
      ("interface pri.200", "interface pri.300", .edgeVLANDiffers),
      ("router bgp 64512", "router bgp 64999", .edgeASNDiffers),
      ("neighbor 172.16.0.2 remote-as 12076", "neighbor 172.16.0.2 remote-as 12067", .edgeRemoteASNDiffers),
      ("neighbor 172.16.0.2 remote-as 12076\n", "", .edgeSessionMissing),
    ])
  func differences(_ part: String, _ other: String, _ code: CheckCode) throws {
    let edge = Self.sound.split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    let result = try Self.verify(edge) { CircuitLab.session(&$0, "primary", "Active") }
    let cause = try #require(result.cause)
    #expect(cause.check.code == code, "\(cause.check.summary)")
    #expect(cause.check.party == .customer)
    #expect(cause.points.map(\.rawValue) == [2, 5])
    // The session that is down follows in the list.
    #expect(result.verification.checks.contains { $0.code == .bgpSession && $0.status == .fail })
  }
}
