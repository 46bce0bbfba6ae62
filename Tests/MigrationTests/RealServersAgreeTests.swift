import AzureResources
import DNSMessages
import Estate
import IPAddressing
import JSONDocument
import LoopbackServers
import NameResolution
import PrivateLinkZones
import Probing
import SnapshotReading
import TestSupport
import Testing

/// The shipped examples, built out of real servers: NSD has the private zones and what public DNS says, an Unbound for
/// each network stands for Azure's resolver there and sees the zones that are linked to it, others for servers of the
/// customer's own. What the simulation says has to be what they answer, link by link.
@Suite(
  "Real servers agree with the simulation",
  .enabled(if: AuthoritativeServer.isInstalled && ForwardingServer.isInstalled, "nsd or unbound isn't installed"))
struct RealServersAgreeTests {
  private static let root = String(#filePath.dropLast("Tests/MigrationTests/RealServersAgreeTests.swift".count))
  /// What stands for every service's public address.
  private static let publicAddress = "20.50.1.2"

  /// An estate as servers.
  private struct Servers {
    let estate: Estate
    let json: [JSONValue]
    let internet: AuthoritativeServer
    let zones: AuthoritativeServer
    let publicZones: Set<String>

    init(_ estate: Estate, _ json: [JSONValue]) async throws {
      self.estate = estate
      self.json = json
      var records: [String: String] = [:]
      for row in json {
        let path = row["id"]?.text?.split(separator: "/").map(String.init) ?? []
        guard path.count > 4, path[path.count - 4].lowercased() == "privatednszones" else { continue }
        let (zone, type, name) = (path[path.count - 3], path[path.count - 2], path[path.count - 1])
        for address in row["properties"]?["aRecords"]?.elements ?? [] where type == "A" {
          records[zone, default: ""] += "\(name) 10 A \(address["ipv4Address"]?.text ?? "")\n"
        }
      }
      zones = try #require(await AuthoritativeServer(zones: records))
      let open = RealServersAgreeTests.publicRecords(estate)
      publicZones = Set(open.keys)
      internet = try #require(await AuthoritativeServer(zones: open))
    }

    /// Azure's resolver in a network.
    func azure(_ network: Int) async throws -> ForwardingServer {
      let directory = NameDirectory(estate)
      var stubs: [String: Int] = [:]
      for zone in publicZones { stubs[zone] = internet.port }
      for zone in directory.zones.zones where zone.link(toNetwork: network)?.isComplete == true {
        stubs[zone.name.text] = zones.port
      }
      return try #require(await ForwardingServer(stubs: stubs))
    }

    /// A server that forwards these domains, and asks the internet for all else.
    func own(forwarding forwards: [String: Int]) async throws -> ForwardingServer {
      var stubs: [String: Int] = [:]
      for zone in publicZones where forwards[zone] == nil { stubs[zone] = internet.port }
      return try #require(await ForwardingServer(stubs: stubs, forwards: forwards))
    }
  }

  /// What public DNS answers for services with private endpoints: an alias, and behind it a public address.
  private static func publicRecords(_ estate: Estate) -> [String: String] {
    var records: [String: String] = [:]
    let names = EndpointNames(estate)
    for endpoint in estate.privateEndpoints.indices {
      for entry in names.names(ofEndpoint: endpoint) {
        let aliases = PrivateLinkZones.privateNames(of: entry.name, in: .commercial)
        for alias in aliases {
          let label = entry.name.dropLast(alias.publicSuffix.utf8.count + 1)
          records[alias.publicSuffix, default: ""] += "\(label) 900 CNAME \(alias.name).\n"
          add(alias.name, to: &records)
        }
        if aliases.isEmpty { add(entry.name, to: &records) }
      }
    }
    return records
  }

  /// The public address of a privatelink name, in the zone behind `privatelink`.
  private static func add(_ name: String, to records: inout [String: String]) {
    guard let range = name.firstRange(of: ".privatelink.") else { return }
    records[String(name[range.upperBound...]), default: ""] +=
      "\(name[..<range.lowerBound]).privatelink 60 A \(publicAddress)\n"
  }

  private static func load(_ example: String) throws -> (Estate, [JSONValue]) {
    let path = "\(root)Examples/\(example)/snapshot.json"
    let json = try #require(JSONFile.value(path))
    return (try SnapshotReader.read([path]), json["resources"]?.elements ?? json.elements ?? [])
  }

  private func ask(_ server: Int, _ name: String) async throws -> DNSAnswer {
    let address = SocketAddress(try IPAddress("127.0.0.1"), port: server)
    let probe = DNSProbe(servers: [address], timeout: .seconds(20), tries: 1)
    return try #require(try await probe.ask([DNSQuestion(name, .a)]).first)
  }

  /// Holds one answer of the simulation against the servers'; false where the simulation doesn't know.
  private func agrees(_ simulated: NameAnswer, _ real: DNSAnswer, _ place: String) -> Bool {
    let comment = Comment(rawValue: "\(simulated.name) at \(place): \(simulated.outcome) against \(real.outcome)")
    switch simulated.outcome {
    case .addresses:
      #expect(real.outcome == .answered, comment)
      #expect(simulated.records.map(\.value) == (real.aliases + real.records).map(\.value), comment)
    case .publicService:
      #expect(real.addresses.map(\.description) == [Self.publicAddress], comment)
      #expect(simulated.records.map(\.value) == real.aliases.map(\.value), comment)
    case .noSuchName: #expect(real.outcome == .nonexistentDomain, comment)
    case .noData: #expect(real.outcome == .noData, comment)
    case .failure: #expect(!real.isUsable, comment)
    case .alias, .unknown: return false
    }
    return true
  }

  @Test(
    "Azure's resolver in every network of an example, for every endpoint's name and one that nobody has",
    arguments: ["migrate-private-endpoints", "private-endpoints"])
  func everyNetwork(_ example: String) async throws {
    let (estate, json) = try Self.load(example)
    let servers = try await Servers(estate, json)
    let book = EndpointNames(estate)
    var names = estate.privateEndpoints.indices.flatMap { book.names(ofEndpoint: $0).map(\.name) }
    names.append("nobody.privatelink.vaultcore.azure.net")
    var resolver = NameResolver(estate)
    var compared = 0
    for network in estate.virtualNetworks.indices
    where resolver.servers(of: .network(network, interface: nil)).addresses.isEmpty {
      let unbound = try await servers.azure(network)
      for name in names {
        let domain = try #require(DomainName(name))
        let simulated = resolver.resolve(domain, from: .network(network, interface: nil), types: [.address])
        let place = String(estate.virtualNetworks[network].id.name)
        if agrees(simulated, try await ask(unbound.port, name), place) { compared += 1 }
      }
    }
    #expect(compared >= names.count - 1)
  }

  @Test("The office's server: forwarders that are right, too narrow, and dead")
  func office() async throws {
    let (estate, json) = try Self.load("private-endpoints")
    let servers = try await Servers(estate, json)
    let hub = try #require(estate.virtualNetworks.firstIndex { $0.id.name == "hub" })
    let azure = try await servers.azure(hub)
    let dead = try #require(FreePort.next())
    let suffixes = ["vault.azure.net", "vaultcore.azure.net", "blob.core.windows.net"]
    // What is forwarded, and where to: to the hub's inbound endpoint, or to an address that nothing has.
    let cases: [(forwarded: [String], isDead: Bool)] = [
      (suffixes, false), (["privatelink.blob.core.windows.net"], false), (["blob.core.windows.net"], true), ([], false),
    ]
    var compared = 0
    for (forwarded, isDead) in cases {
      let unbound = try await servers.own(
        forwarding: Dictionary(uniqueKeysWithValues: forwarded.map { ($0, isDead ? dead : azure.port) }))
      let rules = forwarded.map { zone -> JSONValue in
        ["zone": .string(zone), "to": [isDead ? "10.0.2.77" : "10.0.2.4"]]
      }
      let declared = try DeclaredNames(
        [
          "servers": [
            [
              "name": "office-dc", "addresses": ["192.168.0.53"], "forwarders": .array(rules), "default": "internet",
              // Unbound goes on with an alias itself.
              "aliases": "restart",
            ]
          ], "onPremises": ["servers": ["192.168.0.53"]],
        ], estate)
      var resolver = NameResolver(estate, declared: declared)
      for name in ["contoso-kv.vault.azure.net", "contosodata.blob.core.windows.net"] {
        let domain = try #require(DomainName(name))
        let simulated = resolver.resolve(domain, from: .onPremises, types: [.address])
        let real = try await ask(unbound.port, name)
        if agrees(simulated, real, "office, forwarding \(forwarded)\(isDead ? " to nobody" : "")") { compared += 1 }
      }
    }
    #expect(compared >= 6)
  }
}
