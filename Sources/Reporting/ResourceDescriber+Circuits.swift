internal import AzureResources
internal import Estate
internal import HybridConnectivity
internal import JSONDocument

extension ResourceDescriber {
  func circuit(_ id: ResourceID, _ facts: inout ResourceFacts) {
    let catalog = CircuitCatalog(estate)
    guard let circuit = catalog.circuit(id) else { return }
    facts.add("circuitProvisioningState", circuit.circuitProvisioningState)
    facts.add("serviceProviderProvisioningState", circuit.serviceProviderProvisioningState)
    facts.add("provisioningState", circuit.provisioningState)
    facts.add("sku", circuit.sku?.name)
    facts.add("serviceProvider", circuit.serviceProvider?.serviceProviderName)
    facts.add("peeringLocation", circuit.serviceProvider?.peeringLocation)
    if let port = circuit.expressRoutePort { facts.add("expressRoutePort", port) }
    facts.add("bandwidthInMbps", circuit.bandwidthInMbps)
    facts.add("serviceKey", circuit.serviceKey)
    facts.add("connections", catalog.connections(of: id).map(\.id))
    facts.add("peerings", list: circuit.peerings) { peering, facts in
      facts.add("peeringType", peering.type?.rawValue ?? peering.name)
      facts.add("state", peering.state)
      facts.add("peerASN", peering.peerASN.map { Int64($0) })
      facts.add("vlanId", peering.vlanID)
      facts.add("primaryPeerAddressPrefix", peering.primaryPeerAddressPrefix?.text)
      facts.add("secondaryPeerAddressPrefix", peering.secondaryPeerAddressPrefix?.text)
      facts.add("lastModifiedBy", peering.lastModifiedBy)
    }
    facts.add("authorizations", list: circuit.authorizations) { authorization, facts in
      facts.add("name", authorization.name)
      facts.add("authorizationUseStatus", authorization.authorizationUseStatus)
    }
    facts.add("observations", list: observed(catalog.observations(of: id), circuit)) { $1 = $0 }
  }

  func circuitPeering(_ id: ResourceID, _ facts: inout ResourceFacts) {
    let catalog = CircuitCatalog(estate)
    guard let owner = id.parent, let circuit = catalog.circuit(owner),
      let peering = circuit.peerings.first(where: { $0.name.lowercased() == id.name.lowercased() })
    else {
      describeAsWritten(id, &facts)
      return
    }
    facts.add("circuit", owner)
    facts.add("state", peering.state)
    facts.add("provisioningState", peering.provisioningState)
    facts.add("azureASN", peering.azureASN.map { Int64($0) })
    facts.add("peerASN", peering.peerASNText)
    facts.add("vlanId", peering.vlanID)
    facts.add("lastModifiedBy", peering.lastModifiedBy)
    facts.add("routeFilter", peering.routeFilter)
    facts.add("links", list: DevicePath.allCases) { path, facts in
      let link = peering.prefix(path)
      facts.add("path", path.rawValue)
      facts.add("prefix", link?.text)
      facts.add("customerAddress", link?.customerAddress.map { "\($0)" })
      facts.add("microsoftAddress", link?.microsoftAddress.map { "\($0)" })
    }
    facts.add("connections", list: peering.connections + peering.peeredConnections) { connection, facts in
      facts.add("name", connection.name)
      facts.add("peer", connection.peerExpressRouteCircuitPeering)
      facts.add("addressPrefix", connection.addressPrefix?.text)
      facts.add("circuitConnectionStatus", connection.circuitConnectionStatus)
    }
  }

  /// What was observed of the circuit's peerings: a line for each table, with its time.
  private func observed(_ observations: CircuitObservations, _ circuit: Circuit) -> [ResourceFacts] {
    var found: [ResourceFacts] = []
    func add<Content>(
      _ call: String, _ peering: PeeringType?, _ path: DevicePath?, _ series: ObservationSeries<Content>
    ) {
      guard !series.isMissing else { return }
      var facts = ResourceFacts()
      facts.add("call", call)
      facts.add("peering", peering?.rawValue)
      facts.add("path", path?.rawValue)
      facts.add("count", Int64(series.observed.count + series.failures.count))
      let stamp = series.latest?.stamp ?? series.failure?.stamp
      facts.add("observedAt", stamp?.observedAt.map { "\($0)" })
      found.append(facts)
    }
    for peering in PeeringType.allCases {
      for path in DevicePath.allCases {
        add("arpTables", peering, path, observations.arpTable(peering, path))
        add("routeTables", peering, path, observations.routeTable(peering, path))
        add("routeTablesSummary", peering, path, observations.routeSummary(peering, path))
      }
      add("stats", peering, nil, observations.statistics(peering))
    }
    add("stats", nil, nil, observations.circuitStatistics)
    return found
  }
}
