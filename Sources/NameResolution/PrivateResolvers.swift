internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument

/// The DNS private resolvers of an estate: where they listen, and what is forwarded.
struct PrivateResolvers: Sendable {
  /// An inbound endpoint.
  struct Inbound: Sendable, Hashable {
    let id: ResourceID
    /// The resolver's network, as an index of `Estate.virtualNetworks`.
    let network: Int
  }

  private(set) var inbound: [IPAddress: [Inbound]] = [:]
  private(set) var rulesets: [ForwardingRuleset] = []

  /// - Complexity: O(resolvers, endpoints, rulesets, rules and links).
  init(_ estate: Estate, _ resources: NameResources) {
    var networks: [ResourceID: Int] = [:]
    for id in resources.resolvers {
      guard let json = estate.json(id) else { continue }
      networks[id] = Self.network(of: json, estate)
      for child in (json["properties"]?["inboundEndpoints"] ?? json["inboundEndpoints"])?.elements ?? [] {
        guard let name = child["name"]?.text, let endpoint = id.child("inboundEndpoints", name) else { continue }
        listen(child, endpoint, networks[id], estate)
      }
    }
    for id in resources.inboundEndpoints {
      guard let json = estate.json(id) else { continue }
      listen(json, id, id.parent.flatMap { networks[$0] }, estate)
    }
    readRulesets(estate, resources, networks)
  }

  /// The rulesets that are linked to a network.
  func rulesets(linkedTo network: Int) -> [ForwardingRuleset] { rulesets.filter { $0.networks.contains(network) } }

  private mutating func listen(_ json: JSONValue, _ id: ResourceID, _ network: Int?, _ estate: Estate) {
    for configuration in (json["properties"] ?? json)["ipConfigurations"]?.elements ?? [] {
      let subnet = configuration["subnet"]?["id"]?.text.flatMap { ResourceID($0) }
      let place = network ?? estate.subnetIndex(subnet).map { estate.subnets[$0].network }
      guard let text = configuration["privateIpAddress"]?.text, let address = try? IPAddress(text), let place else {
        continue
      }
      inbound[address, default: []].append(Inbound(id: id, network: place))
    }
  }

  private mutating func readRulesets(_ estate: Estate, _ resources: NameResources, _ networks: [ResourceID: Int]) {
    var index: [ResourceID: Int] = [:]
    for id in resources.rulesets {
      guard let json = estate.json(id) else { continue }
      let properties = json["properties"] ?? json
      index[id] = rulesets.count
      var ruleset = ForwardingRuleset(id: id)
      for endpoint in properties["dnsResolverOutboundEndpoints"]?.elements ?? [] {
        guard let outbound = endpoint["id"]?.text.flatMap({ ResourceID($0) }) else { continue }
        let subnet = estate.json(outbound)?["properties"]?["subnet"]?["id"]?.text.flatMap { ResourceID($0) }
        let place =
          outbound.parent.flatMap { networks[$0] }
          ?? estate.subnetIndex(subnet).map { estate.subnets[$0].network }
        if let place { ruleset.origins.append(place) }
      }
      for child in properties["forwardingRules"]?.elements ?? [] {
        guard let name = child["name"]?.text, let rule = id.child("forwardingRules", name) else { continue }
        if let read = Self.rule(child, rule) { ruleset.rules.append(read) }
      }
      for child in properties["virtualNetworkLinks"]?.elements ?? [] {
        if let network = Self.network(of: child, estate) { ruleset.networks.insert(network) }
      }
      rulesets.append(ruleset)
    }
    for id in resources.rules {
      guard let ruleset = id.parent.flatMap({ index[$0] }), let json = estate.json(id),
        let rule = Self.rule(json, id)
      else { continue }
      rulesets[ruleset].rules.append(rule)
    }
    for id in resources.rulesetLinks {
      guard let ruleset = id.parent.flatMap({ index[$0] }), let json = estate.json(id),
        let network = Self.network(of: json, estate)
      else { continue }
      rulesets[ruleset].networks.insert(network)
    }
  }

  private static func rule(_ json: JSONValue, _ id: ResourceID) -> ForwardingRule? {
    let properties = json["properties"] ?? json
    guard let domain = properties["domainName"]?.text.flatMap({ DomainName($0) }) else { return nil }
    let targets = properties["targetDnsServers"]?.elements?.compactMap { target in
      target["ipAddress"]?.text.flatMap { try? IPAddress($0) }
    }
    return ForwardingRule(
      id: id, domain: domain, targets: targets ?? [],
      isEnabled: properties["forwardingRuleState"]?.text?.lowercased() != "disabled")
  }

  private static func network(of json: JSONValue, _ estate: Estate) -> Int? {
    let text = (json["properties"] ?? json)["virtualNetwork"]?["id"]?.text
    return estate.virtualNetworkIndex(text.flatMap { ResourceID($0) })
  }
}
