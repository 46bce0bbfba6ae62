import AzureResources
import EstateFixtures
import IPAddressing
import JSONDocument
import JSONReading
import NameResolution
import Routing
import Testing

@Suite("DNS servers other than Azure's")
struct ServerTests {
  typealias B = EstateBuilder

  static let zone = "privatelink.vaultcore.azure.net"
  static let name = "kv1.vault.azure.net"

  /// The zone is linked to `right`, where server `dns` is; `left` names it.
  private static func lab() -> NameLab {
    var lab = NameLab()
    lab.addEndpoint(
      "pe", in: "right/app", "10.2.1.20", target: B.id("Microsoft.KeyVault/vaults", "kv1"), group: "vault",
      names: [name])
    lab.addZone(zone, linkedTo: "right")
    lab.addRecord(zone, "A", "kv1", "10.2.1.20")
    lab.builder.machine("dns", in: "right/app", "10.2.1.53")
    lab.builder.set(B.network("left"), "dhcpOptions", ["dnsServers": ["10.2.1.53"]])
    return lab
  }

  private static func server(_ rest: JSONObject) -> JSONValue {
    ["servers": [.object(JSONObject([("resource", "dns")] + rest.members.map { ($0.key, $0.value) }))]]
  }

  @Test("A server that nobody described leaves the answer unknown, and says how to describe it")
  func undescribed() throws {
    let answer = try Self.lab().resolve(Self.name)
    #expect(answer.missing?.resource?.name == "dns")
    #expect(answer.missing?.summary.contains("--dns FILE") == true)
    #expect(answer.links.first?.resource?.name == "left")
  }

  /// What a server is described by, and what `kv1.vault.azure.net` then gives.
  static let descriptions: [(String, String)] = [
    (#""default": ["168.63.129.16"]"#, "10.2.1.20"),
    (#""default": "internet""#, "public"),
    (#""default": "refuse""#, "refused"),
    (#""default": ["8.8.8.8"]"#, "public"),
    (#""forwarders": [{"zone": "vault.azure.net", "to": ["168.63.129.16"]}]"#, "10.2.1.20"),
    (#""forwarders": [{"zone": "azure.net", "to": ["10.2.1.99"]}]"#, "addressUnowned"),
    (#""forwarders": [{"zone": "azure.net", "to": ["10.2.1.99", "168.63.129.16"]}]"#, "10.2.1.20"),
    (
      #""forwarders": [{"zone": "azure.net", "to": ["8.8.8.8"]}, {"zone": "vault.azure.net", "to": ["168.63.129.16"]}]"#,
      "10.2.1.20"
    ),
    (#""forwarders": [{"zone": "azure.net", "to": ["10.2.1.53"]}]"#, "forwardingLoop"),
    (
      #""zones": [{"name": "vault.azure.net", "records": [{"name": "kv1", "type": "A", "values": ["10.8.8.8"]}]}]"#,
      "10.8.8.8"
    ),
    (#""zones": [{"name": "vault.azure.net", "records": []}]"#, "nxdomain"),
    (#""listensOn": ["127.0.0.1"]"#, "notListening"),
    (#""name": "dc-1""#, "unknown"),
  ]

  @Test("A described server answers by its zones, its forwarders and its default", arguments: descriptions)
  func described(text: String, expected: String) throws {
    let declared = try JSONParser.value(of: Array(#"{"servers": [{"resource": "dns", \#(text)}]}"#.utf8))
    let answer = try Self.lab().resolve(Self.name, declared: declared)
    let found =
      switch answer.outcome {
      case .addresses(let addresses): addresses.map(\.description).joined(separator: ",")
      case .publicService: "public"
      case .failure(let failure): failure.rawValue
      default: answer.outcome.word
      }
    #expect(found == expected)
  }

  @Test("A forwarder of the private zone alone helps only a server that asks for aliases by its own rules")
  func privateZoneForwarder() throws {
    let rules: JSONObject = JSONObject([
      ("forwarders", [["zone": .string(Self.zone), "to": ["168.63.129.16"]]]), ("default", "internet"),
    ])
    #expect(try Self.lab().resolve(Self.name, declared: Self.server(rules)).outcome == .publicService)
    var restarting = rules
    restarting["aliases"] = "restart"
    let answer = try Self.lab().resolve(Self.name, declared: Self.server(restarting))
    #expect(answer.addresses == [try IPAddress("10.2.1.20")])
  }

  @Test("The next server is asked where one doesn't answer, and only there")
  func order() throws {
    var lab = Self.lab()
    lab.builder.set(B.network("left"), "dhcpOptions", ["dnsServers": ["10.2.1.99", "10.2.1.53"]])
    let rules = Self.server(JSONObject([("default", ["168.63.129.16"])]))
    #expect(try lab.resolve(Self.name, declared: rules).addresses.count == 1)
    lab.builder.power("dns", "deallocated")
    #expect(try lab.resolve(Self.name, declared: rules).outcome == .failure(.serverStopped))
    lab.builder.power("dns", "running")
    lab.builder.set(B.network("left"), "dhcpOptions", ["dnsServers": ["10.2.1.53", "168.63.129.16"]])
    let empty = Self.server(JSONObject([("zones", [["name": "vault.azure.net", "records": []]])]))
    #expect(try lab.resolve(Self.name, declared: empty).outcome == .noSuchName)
  }

  @Test("A NIC's own servers come before its network's; Azure's own may be named")
  func interface() throws {
    var lab = Self.lab()
    lab.builder.set(B.nic("vm1"), "dnsSettings", ["dnsServers": ["AzureProvidedDNS"]])
    #expect(try lab.resolve(Self.name).outcome == .publicService)
    lab.builder.set(B.nic("vm1"), "dnsSettings", ["dnsServers": ["8.8.8.8"]])
    let answer = try lab.resolve(Self.name)
    #expect(answer.links.first?.resource?.name == "vm1-nic")
  }

  @Test("An inbound endpoint answers as its resolver's network sees it")
  func inbound() throws {
    var lab = Self.lab()
    lab.addResolver("resolver", in: "right", inbound: "10.2.2.4")
    lab.builder.set(B.network("left"), "dhcpOptions", ["dnsServers": ["10.2.2.4"]])
    let answer = try lab.resolve(Self.name)
    #expect(answer.addresses == [try IPAddress("10.2.1.20")])
    #expect(answer.links.contains { $0.kind == .forward && $0.resource?.name == "in" })
    #expect(answer.resolverNetworks.count == 1)
  }

  @Test("Rulesets count where they are linked: the longest enabled rule, after private zones")
  func rulesets() throws {
    var lab = Self.lab()
    lab.builder.set(B.network("left"), "dhcpOptions", nil)
    lab.addResolver("resolver", in: "right", inbound: "10.2.2.4")
    lab.addRuleset("rules", of: "resolver", linkedTo: ["left"])
    lab.addRule("rules", "vaults", "vault.azure.net.", to: ["10.2.2.4"])
    lab.addRule("rules", "all", ".", to: ["8.8.8.8"])
    #expect(try lab.resolve(Self.name).addresses == [try IPAddress("10.2.1.20")])
    lab.addRule("rules", "vaults", "vault.azure.net.", to: ["10.2.2.4"], state: "Disabled")
    #expect(try lab.resolve(Self.name).outcome == .publicService)
    lab.addZone("vault.azure.net", linkedTo: "left")
    #expect(try lab.resolve(Self.name).outcome == .noSuchName)
  }

  @Test("A rule that leads back to the network it counts in is a loop")
  func rulesetLoop() throws {
    var lab = Self.lab()
    lab.addResolver("resolver", in: "right", inbound: "10.2.2.4")
    lab.addRuleset("rules", of: "resolver", linkedTo: ["right"])
    lab.addRule("rules", "all", ".", to: ["10.2.2.4"])
    #expect(try lab.resolve("www.example.com", by: "vm2").outcome == .failure(.forwardingLoop))
  }

  @Test("A firewall answers where its DNS proxy is on, by its own servers or Azure's")
  func firewall() throws {
    var lab = Self.lab()
    lab.builder.network(
      "right", ["10.2.0.0/16"], subnets: ["app": "10.2.1.0/24", "AzureFirewallSubnet": "10.2.3.0/26"])
    lab.builder.firewall("fw", in: "right", "10.2.3.4")
    let policy = B.id("firewallPolicies", "policy")
    lab.builder.add(policy, JSONObject([("dnsSettings", ["enableProxy": true])]))
    lab.builder.set(B.firewall("fw"), "firewallPolicy", NameLab.reference(policy))
    lab.builder.set(B.network("left"), "dhcpOptions", ["dnsServers": ["10.2.3.4"]])
    #expect(try lab.resolve(Self.name).addresses == [try IPAddress("10.2.1.20")])
    lab.builder.set(policy, "dnsSettings", ["enableProxy": true, "servers": ["8.8.8.8"]])
    #expect(try lab.resolve(Self.name).outcome == .publicService)
    lab.builder.set(policy, "dnsSettings", ["enableProxy": false])
    #expect(try lab.resolve(Self.name).outcome == .failure(.proxyOff))
  }

  @Test("A hosts file overrides all servers, for its own machine")
  func hosts() throws {
    let hosts: JSONValue = [
      "hosts": [["resource": "vm1", "address": "10.9.9.9", "names": ["kv1.vault.azure.net"]]]
    ]
    let answer = try Self.lab().resolve(Self.name, declared: hosts)
    #expect(answer.addresses == [try IPAddress("10.9.9.9")])
    #expect(answer.links.first?.origin == .hostsFile)
    #expect(try Self.lab().resolve(Self.name, by: "vm2", declared: hosts).addresses == [try IPAddress("10.2.1.20")])
  }

  @Test("Machines outside Azure ask the servers that were declared; 168.63.129.16 doesn't answer there")
  func onPremises() throws {
    var lab = Self.lab()
    lab.addResolver("resolver", in: "right", inbound: "10.2.2.4")
    let estate = try lab.builder.estate()
    func outcome(_ declared: JSONValue) throws -> NameOutcome {
      var resolver = NameResolver(estate, declared: try DeclaredNames(declared, estate))
      return resolver.resolve(try #require(DomainName(Self.name)), from: .onPremises).outcome
    }
    func site(_ to: String) -> JSONValue {
      [
        "onPremises": ["servers": ["192.168.0.53"]],
        "servers": [
          ["addresses": ["192.168.0.53"], "forwarders": [["zone": "vault.azure.net", "to": [.string(to)]]]]
        ],
      ]
    }
    #expect(try outcome([:]).word == "unknown")
    #expect(try outcome(site("10.2.2.4")) == .addresses([try IPAddress("10.2.1.20")]))
    #expect(try outcome(site("168.63.129.16")) == .failure(.azureResolverOutsideNetworks))
  }

  @Test("A description may come with the snapshot, as an observation of the server")
  func observed() throws {
    var lab = Self.lab()
    lab.builder.observe(B.machine("dns"), "dnsConfiguration", ["default": ["168.63.129.16"]])
    #expect(try lab.resolve(Self.name).addresses == [try IPAddress("10.2.1.20")])
  }

  static let faults: [(String, String)] = [
    (#"{"server": []}"#, "server: unknown; expected servers, onPremises, hosts or public"),
    (#"{"servers": [{}]}"#, "servers[0]: it has neither addresses nor a resource with one"),
    (#"{"servers": [{"resource": "nobody"}]}"#, "servers[0].resource: the snapshot has no machine or NIC 'nobody'"),
    (
      #"{"servers": [{"addresses": ["10.0.0.4"], "forwarders": [{"zone": "a.example", "to": ["10.0.0"]}]}]}"#,
      "servers[0].forwarders[0].to[0]: an IP address is expected"
    ),
    (
      #"{"servers": [{"addresses": ["10.0.0.4"], "default": "google"}]}"#,
      #"servers[0].default: a list of addresses, "internet" or "refuse" is expected"#
    ),
    (#"{"public": [{"name": "a.example", "type": "MX"}]}"#, "public[0].type: A, AAAA or CNAME is expected"),
    (#"{"hosts": "10.0.0.4 a"}"#, "hosts: a list is expected"),
    ("[]", "the document: an object is expected"),
  ]

  @Test("What can't be read of a description is named by its place", arguments: faults)
  func refused(text: String, message: String) throws {
    let estate = try NameLab().builder.estate()
    let document = try JSONParser.value(of: Array(text.utf8))
    let error = #expect(throws: DeclaredNamesError.self) { _ = try DeclaredNames(document, estate) }
    #expect(error?.description == message)
  }
}
