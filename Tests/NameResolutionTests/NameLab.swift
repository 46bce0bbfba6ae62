import AzureResources
import Estate
import EstateFixtures
import JSONDocument
import NameResolution

/// A small estate whose names are asked: zones, records, resolvers.
struct NameLab {
  typealias B = EstateBuilder

  var builder: EstateBuilder

  /// `vm1` in `left`, `vm2` in `right`, peered.
  init() { builder = .pair }

  static func reference(_ id: String) -> JSONValue { ["id": .string(id)] }
  static func zone(_ name: String) -> String { B.id("privateDnsZones", name) }

  mutating func addZone(_ name: String, linkedTo networks: String..., registers: Bool = false) {
    builder.add(Self.zone(name), JSONObject())
    // The zone's own, which every zone has.
    builder.add("\(Self.zone(name))/SOA/@", JSONObject())
    for network in networks {
      builder.add(
        "\(Self.zone(name))/virtualNetworkLinks/\(network)",
        JSONObject([
          ("virtualNetwork", Self.reference(B.network(network))), ("registrationEnabled", .bool(registers)),
        ]))
    }
  }

  mutating func setLink(_ zone: String, _ network: String, _ property: String, _ value: JSONValue) {
    builder.set("\(Self.zone(zone))/virtualNetworkLinks/\(network)", property, value)
  }

  mutating func addRecord(_ zone: String, _ type: String, _ name: String, _ values: String..., ttl: Int64 = 10) {
    let texts = values.map { JSONValue.string($0) }
    let set: (String, JSONValue) =
      switch type {
      case "CNAME": ("cnameRecord", ["cname": texts[0]])
      case "AAAA": ("aaaaRecords", .array(texts.map { ["ipv6Address": $0] }))
      default: ("aRecords", .array(texts.map { ["ipv4Address": $0] }))
      }
    builder.add("\(Self.zone(zone))/\(type)/\(name)", JSONObject([("ttl", .integer(ttl)), set]))
  }

  /// A private resolver in a network with an inbound endpoint at an address.
  mutating func addResolver(_ name: String, in network: String, inbound address: String? = nil) {
    let id = B.id("dnsResolvers", name)
    builder.add(id, JSONObject([("virtualNetwork", Self.reference(B.network(network)))]))
    if let address {
      builder.add(
        "\(id)/inboundEndpoints/in",
        JSONObject([("ipConfigurations", [["privateIpAddress": .string(address)]])]))
    }
    builder.add("\(id)/outboundEndpoints/out", JSONObject())
  }

  /// A ruleset of a resolver's outbound endpoint, linked to networks.
  mutating func addRuleset(_ name: String, of resolver: String, linkedTo networks: [String]) {
    let id = B.id("dnsForwardingRulesets", name)
    let outbound = "\(B.id("dnsResolvers", resolver))/outboundEndpoints/out"
    builder.add(id, JSONObject([("dnsResolverOutboundEndpoints", [Self.reference(outbound)])]))
    for network in networks {
      builder.add(
        "\(id)/virtualNetworkLinks/\(network)",
        JSONObject([("virtualNetwork", Self.reference(B.network(network)))]))
    }
  }

  mutating func addRule(
    _ ruleset: String, _ name: String, _ domain: String, to servers: [String], state: String = "Enabled"
  ) {
    builder.add(
      "\(B.id("dnsForwardingRulesets", ruleset))/forwardingRules/\(name)",
      JSONObject([
        ("domainName", .string(domain)), ("forwardingRuleState", .string(state)),
        ("targetDnsServers", .array(servers.map { ["ipAddress": .string($0), "port": 53] })),
      ]))
  }

  /// A private endpoint whose NIC says its names.
  mutating func addEndpoint(
    _ name: String, in subnet: String, _ address: String, target: String, group: String, names: [String],
    status: String? = "Approved"
  ) {
    builder.endpoint(name, in: subnet, address)
    let nic = B.id("networkInterfaces", "\(name)-nic")
    var connection = JSONObject([("privateLinkServiceId", .string(target)), ("groupIds", [.string(group)])])
    if let status { connection["privateLinkServiceConnectionState"] = ["status": .string(status)] }
    builder.set(B.endpoint(name), "networkInterfaces", [Self.reference(nic)])
    builder.set(
      B.endpoint(name), "privateLinkServiceConnections",
      [["name": .string(name), "properties": .object(connection)]])
    let link: JSONValue = [
      "groupId": .string(group), "requiredMemberName": .string(group),
      "fqdns": .array(names.map { .string($0) }),
    ]
    builder.add(
      nic,
      JSONObject([
        ("privateEndpoint", Self.reference(B.endpoint(name))),
        (
          "ipConfigurations",
          [
            [
              "name": "ip",
              "properties": [
                "privateIPAddress": .string(address), "subnet": Self.reference(B.subnet(subnet)), "primary": true,
                "privateLinkConnectionProperties": link,
              ],
            ]
          ]
        ),
      ]))
  }

  /// What a name gives, asked by `vm1`'s NIC or by another.
  func resolve(
    _ name: String, by machine: String = "vm1", declared: JSONValue? = nil,
    types: Set<RecordType> = RecordType.addresses
  ) throws -> NameAnswer {
    let estate = try builder.estate()
    let interface = estate.networkInterfaceIndex(ResourceID(B.nic(machine)))
    guard let interface, let subnet = estate.subnet(ofInterface: interface), let name = DomainName(name) else {
      preconditionFailure("no machine \(machine), or no name \(name)")
    }
    var names = DeclaredNames()
    if let declared { names = try DeclaredNames(declared, estate) }
    var resolver = NameResolver(estate, declared: names)
    return resolver.resolve(
      name, from: .network(estate.subnets[subnet].network, interface: interface), types: types)
  }
}

extension NameAnswer {
  /// The records as text, and the outcome's word.
  var summary: [String] {
    records.map { "\($0.name) \($0.recordType?.rawValue ?? "") \($0.value)" } + [outcome.word]
  }
}
