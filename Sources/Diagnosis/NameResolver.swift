internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument
internal import Routing

/// Answers what a name's address is from the records of a snapshot: private DNS zones that are linked to the asking
/// network, and the names of public addresses. What only public DNS or somebody's own server knows is missing.
struct NameResolver {
  /// Aliases that are followed; a chain of more is taken for endless.
  private static let maximumAliases = 16

  private let estate: Estate
  private let zones: PrivateZones
  private let publicNames: [String: Int]
  /// The names of private endpoints; read when a name has no other answer.
  private var endpoints: [String: ResourceID]?

  init(_ estate: Estate) {
    self.estate = estate
    zones = PrivateZones(estate)
    let named = estate.publicIPAddresses.enumerated().compactMap { index, address in
      address.fullyQualifiedName.map { ($0.lowercased(), index) }
    }
    publicNames = Dictionary(named) { first, _ in first }
  }

  /// - Parameters:
  ///   - network: The asking machine's network, as an index of `Estate.virtualNetworks`; nil outside the estate, where
  ///     private zones don't count.
  ///   - servers: The DNS servers that the machine asks; empty for Azure's own.
  mutating func resolve(_ name: String, fromNetwork network: Int?, servers: [String]) -> NameResolution {
    let folded = name.lowercased()
    var resolution = NameResolution(name: folded.hasSuffix(".") ? String(folded.dropLast()) : folded)
    if let server = servers.first(where: { !Self.isAzure($0) }) {
      resolution.missing = MissingInput(
        .resource, network.map { estate.virtualNetworks[$0].id },
        "what DNS server \(server) answers for \(resolution.name): it is not Azure's, and its records are in no snapshot",
        command: "nslookup \(resolution.name) \(server)")
      return resolution
    }
    var current = resolution.name
    for _ in 0..<Self.maximumAliases {
      guard let next = step(current, network, &resolution) else { return resolution }
      current = next
    }
    resolution.missing = MissingInput(
      .resource, nil, "an end of the aliases of \(resolution.name): they go round in circles", command: nil)
    return resolution
  }

  private static func isAzure(_ server: String) -> Bool {
    server == "168.63.129.16" || server.lowercased() == "azureprovideddns"
  }

  /// Looks one name up. The name that follows, or nil where the resolution has ended.
  private mutating func step(_ name: String, _ network: Int?, _ resolution: inout NameResolution) -> String? {
    if let network {
      if let zone = zones.zone(of: name, linkedTo: network) {
        if let next = answer(name, zone, &resolution) { return next }
        guard resolution.addresses.isEmpty else { return nil }
        guard zone.networks[network] == true else {
          resolution.missing = lacking(name, zone, network)
          return nil
        }
      } else if let alias = privateLinkAlias(of: name, network) {
        resolution.steps.append(
          NameStep(name: name, recordType: .alias, value: alias, origin: .publicDNS, resource: nil))
        return alias
      }
    }
    answerPublicly(name, network, &resolution)
    return nil
  }

  /// Takes a zone's records. The name that an alias leads to, or nil.
  private func answer(_ name: String, _ zone: PrivateZone, _ resolution: inout NameResolution) -> String? {
    let records = zone.relativeName(of: name).map { zone.records(of: $0) } ?? []
    if let alias = records.first(where: { $0.type == .alias })?.values.first {
      let target = alias.lowercased()
      let next = target.hasSuffix(".") ? String(target.dropLast()) : target
      resolution.steps.append(
        NameStep(name: name, recordType: .alias, value: next, origin: .privateZone, resource: zone.id))
      return next
    }
    for type in [NameStep.RecordType.address, .addressIPv6] {
      for value in records.filter({ $0.type == type }).flatMap(\.values) {
        guard let address = try? IPAddress(value) else { continue }
        resolution.addresses.append(address)
        resolution.steps.append(
          NameStep(name: name, recordType: type, value: value, origin: .privateZone, resource: zone.id))
      }
    }
    return nil
  }

  /// For a resource with a private endpoint Azure's public DNS gives an alias: its name with `privatelink` before the
  /// service's domain. A linked zone of that domain with the record shows that there is one.
  private func privateLinkAlias(of name: String, _ network: Int) -> String? {
    let labels = name.split(separator: ".")
    guard labels.count > 2, !labels.contains("privatelink") else { return nil }
    for count in 1..<labels.count - 1 {
      let alias = (labels[..<count] + ["privatelink"] + labels[count...]).joined(separator: ".")
      guard let zone = zones.zone(of: alias, linkedTo: network), let relative = zone.relativeName(of: alias),
        zone.name.hasPrefix("privatelink."), !zone.records(of: relative).isEmpty
      else { continue }
      return alias
    }
    return nil
  }

  private mutating func answerPublicly(_ name: String, _ network: Int?, _ resolution: inout NameResolution) {
    guard let index = publicNames[name] else {
      resolution.missing = unanswered(name, network)
      return
    }
    let resource = estate.publicIPAddresses[index]
    guard let address = resource.ipAddress else {
      resolution.missing = MissingInput(
        .property, resource.id, "the address of public IP address \(resource.id.name), which bears the name \(name)",
        command: "az network public-ip show --ids \(resource.id) -o json")
      return
    }
    resolution.addresses = [address]
    let type: NameStep.RecordType = address.family == .ipv4 ? .address : .addressIPv6
    resolution.steps.append(
      NameStep(
        name: name, recordType: type, value: "\(address)", origin: .publicAddress, resource: resource.id))
  }

  /// A linked zone answers for its whole domain: what it has no record of doesn't exist there.
  private func lacking(_ name: String, _ zone: PrivateZone, _ network: Int) -> MissingInput {
    let group = zone.id.resourceGroup ?? "<group>"
    return MissingInput(
      .resource, zone.id,
      "a record of \(name) in private DNS zone \(zone.name), which answers for it in "
        + "\(estate.virtualNetworks[network].id.name): the name doesn't exist there, or the snapshot lacks its record",
      command: "az network private-dns record-set list -g \(group) -z \(zone.name) -o json")
  }

  private mutating func unanswered(_ name: String, _ network: Int?) -> MissingInput {
    let place = network.map { " in \(estate.virtualNetworks[$0].id.name)" } ?? ""
    let lookup = "nslookup \(name)"
    if network != nil, let zone = zones.unlinkedZone(of: name) {
      return MissingInput(
        .resource, zone.id,
        "a link of private DNS zone \(zone.name)\(place): without one public DNS answers for \(name), and what it "
          + "answers is in no snapshot", command: lookup)
    }
    if let endpoint = endpoint(named: name) {
      return MissingInput(
        .resource, endpoint,
        "a private DNS zone with \(name)\(place): private endpoint \(endpoint.name) bears the name, but without a zone "
          + "public DNS answers with the service's public address, which is in no snapshot", command: lookup)
    }
    return MissingInput(
      .resource, nil,
      "what public DNS answers for \(name): no private DNS zone\(place) and no public address of the snapshot has it",
      command: lookup)
  }

  private mutating func endpoint(named name: String) -> ResourceID? {
    if let endpoints { return endpoints[name] }
    var found: [String: ResourceID] = [:]
    for endpoint in estate.privateEndpoints {
      let names = endpoint.dnsNames.isEmpty ? endpoint.networkInterfaces.flatMap(self.names) : endpoint.dnsNames
      for name in names where found[name] == nil { found[name] = endpoint.id }
    }
    endpoints = found
    return found[name]
  }

  /// The names that a private endpoint's NIC bears. They are there too where a zone group took them from the endpoint.
  private func names(ofInterface id: ResourceID) -> [String] {
    let json = estate.json(id)
    let configurations = (json?["properties"]?["ipConfigurations"] ?? json?["ipConfigurations"])?.elements ?? []
    return configurations.flatMap { configuration in
      ((configuration["properties"] ?? configuration)["privateLinkConnectionProperties"]?["fqdns"]?.elements ?? [])
        .compactMap { $0.text?.lowercased() }
    }
  }
}
