public import AzureResources
public import Estate
internal import JSONDocument

/// Tells what a resource is and what it is attached to, whichever side of a link the snapshot holds.
public struct ResourceDescriber: Sendable {
  let estate: Estate

  /// A describer of an estate's resources.
  public init(_ estate: Estate) { self.estate = estate }

  /// The facts about a resource of the estate.
  ///
  /// - Complexity: O(resources): links are followed backwards too.
  public func facts(of id: ResourceID) -> ResourceFacts {
    var facts = ResourceFacts()
    facts.add("id", id)
    facts.add("name", String(id.name))
    facts.add("type", id.type)
    facts.add("resourceGroup", id.resourceGroup.map(String.init))
    if let location = estate.record(id).flatMap({ _ in estate.json(id)?["location"]?.text }) {
      facts.add("location", location)
    }
    if !describe(id, &facts) { describeAsWritten(id, &facts) }
    return facts
  }

  /// Adds what is known of the kinds that decide routing. False for other kinds.
  private func describe(_ id: ResourceID, _ facts: inout ResourceFacts) -> Bool {
    switch id.kind {
    case .virtualMachine, .scaleSetVirtualMachine: machine(id, &facts)
    case .networkInterface, .scaleSetNetworkInterface: interface(id, &facts)
    case .virtualNetwork: network(id, &facts)
    case .subnet: subnet(id, &facts)
    case .virtualNetworkPeering: peering(id, &facts)
    case .routeTable: routeTable(id, &facts)
    case .route: route(id, &facts)
    case .networkSecurityGroup, .natGateway, .applicationSecurityGroup: attachment(id, &facts)
    case .publicIPAddress: publicAddress(id, &facts)
    case .loadBalancer: loadBalancer(id, &facts)
    case .azureFirewall: firewall(id, &facts)
    case .privateEndpoint: privateEndpoint(id, &facts)
    case .virtualNetworkGateway: gateway(id, &facts)
    case .localNetworkGateway: localGateway(id, &facts)
    case .connection: connection(id, &facts)
    case .expressRouteCircuit: circuit(id, &facts)
    case .expressRoutePeering: circuitPeering(id, &facts)
    case .virtualHub: hub(id, &facts)
    default: return false
    }
    return true
  }

  /// Other kinds are shown as the snapshot holds them.
  func describeAsWritten(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let json = estate.json(id) else { return }
    facts.add("properties", json: json["properties"] ?? json)
  }
}
