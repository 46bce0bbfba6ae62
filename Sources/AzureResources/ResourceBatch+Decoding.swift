package import JSONReading

extension ResourceBatch {
  /// What an element's key in a snapshot says of it.
  package enum Section: Sendable {
    /// A resource, an observation, a service tag: the element itself tells.
    case any
    case observation
  }

  /// Reads one element of a snapshot.
  package mutating func decode(_ json: JSONCursor, _ section: Section, source: SourceRange) {
    var memory = DecodingMemory()
    decode(json, section, source: source, &memory)
  }

  /// Reads one element of a snapshot.
  ///
  /// - Parameter memory: What the reader of many elements keeps from one to the next.
  package mutating func decode(
    _ json: JSONCursor, _ section: Section, source: SourceRange, _ memory: inout DecodingMemory
  ) {
    if json.isNull { return }
    if section == .observation || (json["id"] == nil && (json["path"] ?? json["url"]) != nil) {
      observe(json, source)
    } else if let list = json["values"], list.isArray, json.id?.kind ?? .other == .other {
      // What `az network list-service-tags` prints has an id of its own before its list.
      for element in list.elements { decode(element, .any, source: source, &memory) }
    } else if let id = json.id, id.kind != .other || json["type"] != nil || json["properties"] != nil {
      decodeResource(json, id, source, &memory)
    } else if let id = json.id {
      records.append(ResourceRecord(id: id, source: source))
    } else if let tag = ServiceTag(json) {
      serviceTags.append(tag)
    } else if let route = Self.unattributedRoute(json) {
      unattributedRoutes.append(route)
    } else if !decodeKeyedAnswers(json, source) {
      unrecognized += 1
    }
  }

  /// A row of what `az network vnet-gateway list-learned-routes` prints, which doesn't name the gateway it asked.
  private static func unattributedRoute(_ json: JSONCursor) -> LearnedRoute? {
    guard json["localAddress"] != nil, let route = LearnedRoute(json), route.localAddress != nil else { return nil }
    return route
  }

  private mutating func observe(_ json: JSONCursor, _ source: SourceRange) {
    guard let observation = Observation(json, source: source) else {
      unrecognized += 1
      return
    }
    observations.append(observation)
    if (200..<300).contains(observation.status), observation.action.hasPrefix("servicetag") {
      // GET .../locations/<region>/serviceTags and .../serviceTagDetails.
      let list = json["response"].flatMap { $0["values"] ?? $0["value"] }
      serviceTags += list?.elements.compactMap(ServiceTag.init) ?? []
    }
    guard (200..<300).contains(observation.status), let resource = observation.resource, let response = json["response"]
    else { return }
    learn(response, of: resource, action: observation.action, at: observation.observedAt)
  }

  /// Reads `{"<id>": {"value": [...]}, ...}`: answers kept in a file of their own, under the id that was asked.
  private mutating func decodeKeyedAnswers(_ json: JSONCursor, _ source: SourceRange) -> Bool {
    var found = false
    for (key, answer) in json.fields {
      guard let id = ResourceID(key), id.subscription != nil, let rows = answer["value"], rows.isArray else {
        return found
      }
      guard let first = rows.elements.first(where: { $0.isObject }) else { continue }
      let action =
        first["network"] != nil ? "getLearnedRoutes" : first["addressPrefix"] != nil ? "effectiveRouteTable" : ""
      guard !action.isEmpty else { return found }
      found = true
      observations.append(Observation(resource: id, action: action, source: source))
      learn(answer, of: id, action: action.lowercased(), at: nil)
    }
    return found
  }

  /// Keeps the routes of an answer to `getLearnedRoutes`, a Route Server's `learnedRoutes` or a circuit's
  /// `routeTables`.
  private mutating func learn(_ response: JSONCursor, of resource: ResourceID, action: String, at time: String?) {
    let isTable = action.hasPrefix("routetables/")
    guard isTable || action == "getlearnedroutes" || action == "learnedroutes" else { return }
    // A Route Server answers with a list for each of its instances.
    let instances = response.fields.filter { $0.key.lowercased().hasPrefix("routeservicerole") }.map(\.value)
    let lists = ([response["value"] ?? response] + instances).filter(\.isArray)
    // An answer without any list, such as an error, says nothing: it is not an empty list of routes.
    guard !lists.isEmpty else { return }
    var routes: [LearnedRoute] = []
    for row in lists.flatMap({ $0.elements.map { $0 } }) {
      if let route = LearnedRoute(row) {
        routes.append(route)
      } else {
        let text = row["network"]?.string ?? ""
        issues.append(
          ResourceIssue(resource: resource, property: "network", problem: "\"\(text)\" is no prefix of a learned route")
        )
      }
    }
    learnedRoutes.append(LearnedRoutes(resource: resource, action: action, observedAt: time, routes: routes))
  }

  private mutating func decodeResource(
    _ json: JSONCursor, _ id: ResourceID, _ source: SourceRange, _ memory: inout DecodingMemory
  ) {
    records.append(ResourceRecord(id: id, source: source))
    if id.kind == .networkSecurityGroup {
      networkSecurityGroups.append(NetworkSecurityGroup(json, id: id, &memory.rules))
      return
    }
    var reader = ResourceReader(json, owner: id)
    switch id.kind {
    case .virtualNetwork: Self.append(VirtualNetwork(json, id: id, reader: &reader), to: &virtualNetworks)
    case .networkInterface, .scaleSetNetworkInterface:
      Self.append(NetworkInterface(json, id: id, reader: &reader), to: &networkInterfaces)
    case .virtualMachine, .scaleSetVirtualMachine:
      Self.append(VirtualMachine(json, id: id, reader: &reader), to: &virtualMachines)
    case .routeTable: Self.append(RouteTable(json, id: id, reader: &reader), to: &routeTables)
    case .publicIPAddress: Self.append(PublicIPAddress(json, id: id, reader: &reader), to: &publicIPAddresses)
    case .loadBalancer: Self.append(LoadBalancer(json, id: id, reader: &reader), to: &loadBalancers)
    case .azureFirewall: Self.append(AzureFirewall(json, id: id, reader: &reader), to: &azureFirewalls)
    case .virtualNetworkAppliance:
      Self.append(VirtualNetworkAppliance(json, id: id, reader: &reader), to: &virtualNetworkAppliances)
    case .privateEndpoint: Self.append(PrivateEndpoint(json, id: id, reader: &reader), to: &privateEndpoints)
    case .networkWatcher: Self.append(NetworkWatcher(json, id: id, reader: &reader), to: &networkWatchers)
    default:
      decodeGateway(json, id, &reader)
      decodeWayOut(json, id, &reader)
      decodeChild(json, id, &reader)
    }
    issues += reader.issues
  }

  private mutating func decodeGateway(_ json: JSONCursor, _ id: ResourceID, _ reader: inout ResourceReader) {
    switch id.kind {
    case .virtualNetworkGateway:
      Self.append(VirtualNetworkGateway(json, id: id, reader: &reader), to: &virtualNetworkGateways)
    case .localNetworkGateway:
      Self.append(LocalNetworkGateway(json, id: id, reader: &reader), to: &localNetworkGateways)
    case .connection: Self.append(Connection(json, id: id, reader: &reader), to: &connections)
    case .expressRouteCircuit:
      Self.append(ExpressRouteCircuit(json, id: id, reader: &reader), to: &expressRouteCircuits)
    case .expressRouteGateway:
      Self.append(ExpressRouteGateway(json, id: id, reader: &reader), to: &expressRouteGateways)
    case .vpnGateway: Self.append(VPNGateway(json, id: id, reader: &reader), to: &vpnGateways)
    case .vpnSite: Self.append(VPNSite(json, id: id, reader: &reader), to: &vpnSites)
    case .virtualHub: Self.append(VirtualHub(json, id: id, reader: &reader), to: &virtualHubs)
    default: break
    }
  }

  private mutating func decodeWayOut(_ json: JSONCursor, _ id: ResourceID, _ reader: inout ResourceReader) {
    switch id.kind {
    case .natGateway: Self.append(NATGateway(json, id: id, reader: &reader), to: &natGateways)
    case .publicIPPrefix: Self.append(PublicIPPrefix(json, id: id, reader: &reader), to: &publicIPPrefixes)
    case .firewallPolicy: Self.append(FirewallPolicy(json, id: id, reader: &reader), to: &firewallPolicies)
    case .applicationGateway: Self.append(ApplicationGateway(json, id: id, reader: &reader), to: &applicationGateways)
    case .bastionHost: Self.append(BastionHost(json, id: id, reader: &reader), to: &bastionHosts)
    default: break
    }
  }

  private mutating func decodeChild(_ json: JSONCursor, _ id: ResourceID, _ reader: inout ResourceReader) {
    switch id.kind {
    case .subnet: Self.append(Subnet(json, id: id, reader: &reader), to: &subnets)
    case .virtualNetworkPeering:
      Self.append(VirtualNetworkPeering(json, id: id, reader: &reader), to: &virtualNetworkPeerings)
    case .route: Self.append(Route(json, id: id, reader: &reader), to: &routes)
    case .expressRoutePeering:
      Self.append(ExpressRoutePeering(json, id: id, reader: &reader), to: &expressRoutePeerings)
    case .hubIPConfiguration: Self.append(IPConfiguration(json, id: id, reader: &reader), to: &hubIPConfigurations)
    case .hubBGPConnection: Self.append(HubBGPConnection(json, id: id, reader: &reader), to: &hubBGPConnections)
    case .hubVirtualNetworkConnection:
      Self.append(HubVirtualNetworkConnection(json, id: id, reader: &reader), to: &hubVirtualNetworkConnections)
    case .hubRouteTable: Self.append(HubRouteTable(json, id: id, reader: &reader), to: &hubRouteTables)
    case .ruleCollectionGroup: ruleCollectionGroups.append(id)
    case .loadBalancerBackendPool:
      Self.append(LoadBalancerBackendPool(json, id: id, reader: &reader), to: &backendPools)
    case .inboundNATRule: Self.append(InboundNATRule(json, id: id, reader: &reader), to: &inboundNATRules)
    case .routingIntent: Self.append(RoutingIntent(json, id: id, reader: &reader), to: &routingIntents)
    case .networkGroup: Self.append(NetworkGroup(json, id: id, reader: &reader), to: &networkGroups)
    case .staticMember: Self.append(StaticMember(json, id: id, reader: &reader), to: &staticMembers)
    case .connectivityConfiguration:
      Self.append(ConnectivityConfiguration(json, id: id, reader: &reader), to: &connectivityConfigurations)
    default: decodeManagerPart(json, id, &reader)
    }
  }

  private mutating func decodeManagerPart(_ json: JSONCursor, _ id: ResourceID, _ reader: inout ResourceReader) {
    switch id.kind {
    case .networkManager: Self.append(NetworkManager(json, id: id, reader: &reader), to: &networkManagers)
    case .securityAdminConfiguration:
      Self.append(SecurityAdminConfiguration(json, id: id, reader: &reader), to: &securityAdminConfigurations)
    case .securityAdminRuleCollection:
      Self.append(SecurityAdminRuleCollection(json, id: id, reader: &reader), to: &securityAdminRuleCollections)
    case .securityAdminRule: Self.append(SecurityAdminRule(json, id: id, reader: &reader), to: &securityAdminRules)
    default: break
    }
  }

  private static func append<Resource>(_ resource: Resource?, to list: inout [Resource]) {
    if let resource { list.append(resource) }
  }
}
