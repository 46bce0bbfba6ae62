import AzureResources
import Estate
import JSONDocument
import TestSupport
import Testing

@testable import HybridConnectivity

/// - Source: recorded answers `er-*`, `gw-*` and `netlab-*`.
@Suite("Recorded tables", .enabled(if: OutsideData.cases != nil, "AZIMUTH_CASES isn't set"))
struct RecordedTablesTests {
  @Test("Every recorded answer about circuits and gateways is read, row by row", arguments: RecordedTable.all)
  func isRead(recorded: RecordedTable) throws {
    let estate = try recorded.estate
    let catalog = CircuitCatalog(estate)
    let asked = try #require(estate.observations[0].resource)
    let expected = recorded.answer.rows?.count
    let found: Int?
    if recorded.type.hasPrefix("gw-") {
      let observed = catalog.gatewayObservations(of: estate.resolve(asked) ?? asked)
      #expect(observed.unplaced.isEmpty)
      found =
        observed.learnedRoutes.latest?.content.routes.count ?? observed.bgpPeerStatus.latest?.content.peers.count
        ?? observed.advertisedRoutes.values.first?.latest?.content.routes.count
    } else {
      let written = asked.kind == .expressRoutePeering ? asked.parent ?? asked : asked
      let circuit = estate.resolve(written) ?? written
      let observed = catalog.observations(of: circuit)
      guard recorded.status == 200 else {
        // Peering and path are both of no such name there.
        #expect(observed.isEmpty)
        #expect(observed.unplaced.count == 1)
        return
      }
      #expect(observed.unplaced.isEmpty)
      if recorded.type == "er-stats" {
        let statistics =
          asked.kind == .expressRoutePeering ? observed.statistics(.privatePeering) : observed.circuitStatistics
        #expect(statistics.latest?.content.bytesIn(.primary) == recorded.answer.integer("primaryBytesIn"))
        return
      }
      let path = try #require(CircuitCall.parse(estate.observations[0].action)?.path)
      found =
        observed.arpTable(.privatePeering, path).latest?.content.entries.count
        ?? observed.routeTable(.privatePeering, path).latest?.content.routes.count
        ?? observed.routeSummary(.privatePeering, path).latest?.content.neighbors.count
    }
    #expect(found == expected)
    #expect(expected != nil)
  }

  @Test("Every recorded circuit is read with its states and peerings", arguments: RecordedTable.all)
  func circuits(recorded: RecordedTable) throws {
    let estate = try recorded.estate
    for circuit in CircuitCatalog(estate).circuits {
      #expect(circuit.circuitProvisioningState != nil)
      // Somebody wrote one from memory, without its provider's part.
      if !recorded.name.hasPrefix("manual-") {
        #expect(circuit.serviceProviderProvisioningState != nil)
        #expect(circuit.bandwidthInMbps ?? 0 > 0)
      }
      for peering in circuit.peerings {
        #expect(peering.type != nil)
        #expect(peering.azureASN == 12076)
        #expect(peering.primaryPeerAddressPrefix?.hasRightLength == true)
      }
    }
  }

  @Test("The healthy circuit's tables say what its edge and its gateway announce")
  func megaport() throws {
    let recorded = RecordedTable.all.filter { $0.name.hasPrefix("netlab-er-") && $0.name.contains("megaport") }
    try #require(recorded.count == 3)
    for table in recorded {
      let estate = try table.estate
      let catalog = CircuitCatalog(estate)
      let circuit = try #require(catalog.circuits.first)
      let peering = try #require(circuit.peering(.privatePeering))
      let edge = try #require(peering.prefix(.primary)?.customerAddress)
      #expect("\(edge)" == "169.254.194.41")
      #expect(catalog.connections(of: circuit.id).count == 1)
      let observed = catalog.observations(of: circuit.id)
      switch table.type {
      case "er-arp-table":
        #expect(observed.arpTable(.privatePeering, .primary).latest?.content.onPremises?.ipAddress == edge)
      case "er-route-summary":
        let summary = try #require(observed.routeSummary(.privatePeering, .primary).latest?.content)
        #expect(summary.neighbor(edge)?.state == .established(prefixes: 3))
        #expect(summary.neighbor(edge)?.upDownSeconds == 3489)
      default:
        let routes = try #require(observed.routeTable(.privatePeering, .primary).latest?.content)
        #expect(routes.routes(via: edge).contains { $0.isReflected })
        #expect(routes.selected.filter { $0.networkText == "10.100.0.0/16" }.map(\.nextHopText) == ["10.100.255.13"])
      }
    }
  }
}
