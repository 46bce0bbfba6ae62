import AzureResources
import CircuitVerification
import Estate
import ExpressRouteFacts
import Findings
import HybridConnectivity
import JSONDocument
import JSONReading
import OperatorText
import SnapshotReading
import Testing

/// The samples of "Verify ExpressRoute connectivity" give the readings that the guide gives.
///
/// - Source: the guide's own samples, abridged to the lines that are read.
@Suite("The guide's samples and what the guide says of them")
struct GuideReadingTests {
  private static let circuit = """
    Name                             : Test-ER-Ckt
    ResourceGroupName                : Test-ER-RG
    Location                         : westus2
    ProvisioningState                : Succeeded
    CircuitProvisioningState         : Enabled
    ServiceProviderProvisioningState : Provisioned
    ServiceProviderProperties        : {
                                        "ServiceProviderName": "****",
                                        "PeeringLocation": "******",
                                        "BandwidthInMbps": 100
                                       }
    Peerings                         : []
    Authorizations                   : []
    """

  private static let peering = """
    Name                       : AzurePrivatePeering
    PeeringType                : AzurePrivatePeering
    AzureASN                   : 12076
    PeerASN                    : 123##
    PrimaryPeerAddressPrefix   : 172.16.0.0/30
    SecondaryPeerAddressPrefix : 172.16.0.4/30
    PrimaryAzurePort           :
    SecondaryAzurePort         :
    SharedKey                  :
    VlanId                     : 200
    MicrosoftPeeringConfig     : null
    ProvisioningState          : Succeeded
    """

  private static let routes = """
    Network : 10.1.0.0/16
    NextHop : 10.17.17.141
    LocPrf  :
    Weight  : 0
    Path    : 65515

    Network : 10.1.0.0/16
    NextHop : 10.17.17.140*
    LocPrf  :
    Weight  : 0
    Path    : 65515

    Network : 10.2.20.0/25
    NextHop : 172.16.0.1
    LocPrf  :
    Weight  : 0
    Path    : 123##
    """

  private static let statistics = """
    PrimaryBytesIn PrimaryBytesOut SecondaryBytesIn SecondaryBytesOut
    -------------- --------------- ---------------- -----------------
        240780020       239863857        240565035         239628474
    """

  private static let notFound = """
    Get-AzExpressRouteCircuitRouteTable : The BGP Peering AzurePrivatePeering with Service Key <ServiceKey> is not found.
    StatusCode: 400
    """

  /// Verifies the circuit of pasted texts, each of a path or of none.
  private static func verify(_ texts: [(String, DevicePath?)]) throws -> CircuitVerification {
    let id = try #require(
      ResourceID(
        "/subscriptions/s/resourceGroups/Test-ER-RG/providers/Microsoft.Network/expressRouteCircuits/Test-ER-Ckt"))
    var elements: [JSONValue] = []
    for (text, path) in texts {
      let tables = try OperatorTextParser.parse(text, named: "sample.txt")
      let snapshot = OperatorSnapshot(circuit: id, named: "sample.txt", path: path, peering: .privatePeering)
      elements += try JSONParser.value(of: Array(try snapshot.text(of: tables).utf8)).elements ?? []
    }
    let estate = try SnapshotReader.read(text: JSONWriter.text(.array(elements)))
    return try #require(CircuitVerifier(estate, CircuitCatalog(estate)).verify(id))
  }

  @Test("Enabled and Provisioned: the circuit is operational, and has no peering yet")
  func operational() throws {
    let checks = try Self.verify([(Self.circuit, nil)]).verification.checks
    #expect(checks.first { $0.code == .circuitStatus }?.status == .pass)
    let provider = try #require(checks.first { $0.code == .providerStatus })
    #expect(provider.status == .pass && provider.detail.contains(.init("reading", "CKT-OK")))
    #expect(checks.first { $0.code == .peeringPresence }?.status == .fail)
  }

  @Test("Stuck in Not enabled: Microsoft's support; stuck in Not provisioned: the provider")
  func stuck() throws {
    let off = Self.circuit.split(separator: "Enabled").joined(separator: "Disabled")
    let first = try #require(Self.verify([(off, nil)]).cause)
    #expect(first.check.code == .circuitStatus && first.check.party == .microsoft && first.points == [.microsoftEdge])
    let open = Self.circuit.split(separator: "Provisioned").joined(separator: "NotProvisioned")
    let second = try #require(Self.verify([(open, nil)]).cause)
    #expect(second.check.code == .providerStatus && second.check.party == .provider)
    #expect(second.points == [.providerEdge, .providerMicrosoftEdge])
  }

  @Test("The peering's /30s: the first usable address is the customer's, the second Microsoft's; the key can't be seen")
  func peering() throws {
    let checks = try Self.verify([(Self.circuit, nil), (Self.peering, nil)]).verification.checks
    let words = checks.filter { $0.code == .peeringPrefixes }.map(\.summary)
    #expect(words.contains { $0.contains("172.16.0.1 is the customer's edge's, 172.16.0.2 Microsoft's") })
    #expect(words.contains { $0.contains("172.16.0.5 is the customer's edge's, 172.16.0.6 Microsoft's") })
    #expect(checks.first { $0.code == .peeringSharedKey }?.status == .skipped)
    // A masked number isn't judged.
    #expect(checks.first { $0.code == .peeringASN }?.status == .skipped)
    #expect(!checks.contains { $0.status == .fail })
  }

  @Test("The primary path's routes: on-premises announces 10.2.20.0/25, Azure's 10.1.0.0/16 comes from two instances")
  func routeTable() throws {
    let result = try Self.verify([(Self.circuit, nil), (Self.peering, nil), (Self.routes, .primary)])
    #expect(result.reach.announced[.primary]?.map { "\($0)" } == ["10.2.20.0/25"])
    #expect(result.reach.announced[.secondary] == nil)
    #expect(!result.verification.checks.contains { $0.status == .fail || $0.status == .warning })
    #expect(result.verification.verdict == .indeterminate)
  }

  @Test("Counters of both links: traffic was carried")
  func traffic() throws {
    let checks = try Self.verify([(Self.circuit, nil), (Self.peering, nil), (Self.statistics, nil)]).verification.checks
    let counters = try #require(checks.first { $0.code == .trafficCounters })
    #expect(counters.status == .pass && counters.summary.contains("primary 240780020 in, 239863857 out"))
  }

  @Test("A peering that isn't found is no working peering, whatever the configuration says")
  func notFound() throws {
    let result = try Self.verify([(Self.circuit, nil), (Self.peering, nil), (Self.notFound, .primary)])
    let cause = try #require(result.cause)
    #expect(cause.check.code == .peeringPresence && cause.check.summary.contains("is not found"))
  }
}
