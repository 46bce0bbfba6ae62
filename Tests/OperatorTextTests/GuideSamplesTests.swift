import AzureResources
import Estate
import HybridConnectivity
import IPAddressing
import JSONDocument
import SnapshotReading
import Testing

@testable import OperatorText

/// - Source: the guide "Verify ExpressRoute connectivity".
@Suite("The guide's samples, as printed")
struct GuideSamplesTests {
  private func circuitID() throws -> ResourceID {
    try #require(
      ResourceID(
        "/subscriptions/s/resourceGroups/Test-ER-RG/providers/Microsoft.Network/expressRouteCircuits/Test-ER-Ckt")
    )
  }

  /// What the catalog makes of a text.
  private func read(_ text: String, path: DevicePath? = nil) throws -> (CircuitCatalog, ResourceID, CircuitObservations)
  {
    let id = try circuitID()
    let tables = try OperatorTextParser.parse(text, named: "sample.txt")
    let snapshot = OperatorSnapshot(circuit: id, named: "sample.txt", path: path, peering: .privatePeering)
    let estate = try SnapshotReader.read(text: snapshot.text(of: tables), named: "sample.txt")
    let catalog = CircuitCatalog(estate)
    return (catalog, id, catalog.observations(of: id))
  }

  @Test("The circuit: states, SKU, provider, bandwidth")
  func circuit() throws {
    let (catalog, id, _) = try read(GuideSamples.circuit)
    let circuit = try #require(catalog.circuit(id))
    #expect(circuit.circuitProvisioningState == "Enabled")
    #expect(circuit.serviceProviderProvisioningState == "Provisioned")
    #expect(circuit.sku?.name == "Standard_UnlimitedData")
    #expect(circuit.sku?.family == "UnlimitedData")
    #expect(circuit.bandwidthInMbps == 100)
    #expect(circuit.location == "westus2")
    #expect(circuit.peerings.isEmpty)
  }

  @Test("The two lines that tell whether a circuit is operational")
  func states() throws {
    let (catalog, id, _) = try read(GuideSamples.states)
    #expect(catalog.circuit(id)?.serviceProviderProvisioningState == "Provisioned")
  }

  @Test("The private peering, with a masked ASN")
  func peering() throws {
    let (catalog, id, _) = try read(GuideSamples.circuit + "\n\n" + GuideSamples.peering)
    let peering = try #require(catalog.circuit(id)?.peering(.privatePeering))
    #expect(peering.azureASN == 12076)
    #expect(peering.peerASN == nil)
    #expect(peering.peerASNText == "123##")
    #expect(peering.vlanID == 200)
    #expect(peering.prefix(.secondary)?.customerAddress?.description == "172.16.0.5")
    #expect(!peering.showsSharedKey)
    #expect(peering.microsoftPeering == nil)
  }

  @Test("The route table: three rows, the star on the second")
  func routeTable() throws {
    let (_, _, observed) = try read(GuideSamples.routeTable, path: .primary)
    let table = try #require(observed.routeTable(.privatePeering, .primary).latest?.content)
    #expect(table.routes.map(\.networkText) == ["10.1.0.0/16", "10.1.0.0/16", "10.2.20.0/25"])
    #expect(table.routes.map(\.isMarkedBest) == [false, true, false])
    #expect(table.routes.map(\.locPrf) == [nil, nil, nil])
    #expect(table.routes.map(\.weight) == [0, 0, 0])
    #expect(table.selected.map(\.nextHopText) == ["10.17.17.140", "172.16.0.1"])
    #expect(table.routes[0].path.numbers == [65515])
    #expect(table.routes[2].path.text == "123##")
  }

  @Test("The command before a table says path and peering")
  func command() throws {
    let (_, _, observed) = try read("PS C:\\> \(GuideSamples.routeTableCommand)\n\n\(GuideSamples.routeTable)")
    #expect(observed.routeTable(.privatePeering, .primary).latest?.content.routes.count == 3)
    #expect(observed.routeTable(.privatePeering, .secondary).isMissing)
  }

  @Test("The statistics: four counters under their headings")
  func statistics() throws {
    let (_, _, observed) = try read(GuideSamples.statistics)
    let counters = try #require(observed.statistics(.privatePeering).latest?.content)
    #expect(counters.primaryBytesIn == 240_780_020)
    #expect(counters.primaryBytesOut == 239_863_857)
    #expect(counters.secondaryBytesIn == 240_565_035)
    #expect(counters.secondaryBytesOut == 239_628_474)
  }

  @Test(
    "That a peering isn't configured is Azure's answer, not a broken text",
    arguments: [GuideSamples.noPeering, GuideSamples.notFound])
  func noPeering(text: String) throws {
    let (_, _, observed) = try read(text, path: .primary)
    let isPublic = text.contains("AzurePublicPeering")
    let failure =
      isPublic
      ? observed.routeTable(.publicPeering, .primary).failure : observed.statistics(.microsoftPeering).failure
    #expect(failure?.saysPeeringIsMissing == true)
    #expect(failure?.status == (isPublic ? 400 : 404))
  }

  @Test("Places that are printed are those of the pasted text")
  func places() throws {
    let id = try circuitID()
    let text = GuideSamples.circuit + "\n\n" + GuideSamples.peering
    let tables = try OperatorTextParser.parse(text, named: "sample.txt")
    #expect(tables.map(\.kind) == [.circuit, .peering])
    let snapshot = OperatorSnapshot(circuit: id, named: "sample.txt", path: nil, peering: .privatePeering)
    let estate = try SnapshotReader.read(text: snapshot.text(of: tables), named: "sample.txt")
    #expect(estate.records.map { estate.text.place(of: $0.source) } == ["sample.txt:1", "sample.txt:24"])
  }
}
