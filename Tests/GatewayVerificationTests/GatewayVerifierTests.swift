import AzureResources
import EstateFixtures
import Findings
import GatewayVerification
import IPAddressing
import JSONDocument
import Routing
import TestSupport
import Testing

@Suite("What is wrong with a gateway")
struct GatewayVerifierTests {
  /// A sound VPN gateway with BGP in a hub, with a spoke that uses it, connected to an office.
  static var sound: EstateBuilder {
    var lab = EstateBuilder.hubWithGateway
    let gateway = EstateBuilder.gateway("gw")
    lab.setSKU(gateway, "VpnGw2")
    lab.set(gateway, "provisioningState", "Succeeded")
    lab.set(gateway, "vpnType", "RouteBased")
    lab.set(gateway, "enableBgp", true)
    lab.set(gateway, "bgpSettings", ["asn": 65515, "bgpPeeringAddress": "10.0.255.4"])
    let office = EstateBuilder.site("office")
    lab.set(office, "gatewayIpAddress", "203.0.113.9")
    lab.set(office, "bgpSettings", ["asn": 65010, "bgpPeeringAddress": "192.168.0.254"])
    lab.set(EstateBuilder.connection("to-office"), "enableBgp", true)
    lab.set(EstateBuilder.connection("to-office"), "provisioningState", "Succeeded")
    lab.observe(gateway, "getBgpPeerStatus", ["value": [peer("192.168.0.254", 65010, "Connected"), own]])
    lab.learned(gateway, ["192.168.0.0/16": "192.168.0.254"])
    return lab
  }

  static let own: JSONValue = [
    "neighbor": "10.0.255.4", "asn": 65515, "state": "Unknown", "localAddress": "10.0.255.4", "routesReceived": 0,
  ]

  static func peer(_ address: String, _ asn: Int64, _ state: String) -> JSONValue {
    [
      "neighbor": .string(address), "asn": .integer(asn), "state": .string(state), "localAddress": "10.0.255.4",
      "routesReceived": 1,
    ]
  }

  static func verify(
    _ lab: EstateBuilder, _ name: String = "gw", expecting: [String] = []
  ) throws -> Verification {
    let catalog = GatewayCatalog(try lab.estate())
    let id = try #require(ResourceID(EstateBuilder.gateway(name)))
    let prefixes = try expecting.map { try IPPrefix($0) }
    return try #require(GatewayVerifier(catalog).verify(id, expecting: prefixes))
  }

  /// A fault, planted in the sound gateway.
  struct Plant: Sendable, CustomTestStringConvertible {
    let name: String
    var expecting: [String] = []
    let code: CheckCode
    var status = Check.Status.fail
    let says: String
    let plant: @Sendable (inout EstateBuilder) -> Void
    var testDescription: String { name }

    init(
      _ name: String, _ code: CheckCode, _ status: Check.Status = .fail, says: String, expecting: [String] = [],
      _ plant: @escaping @Sendable (inout EstateBuilder) -> Void
    ) {
      self.name = name
      self.code = code
      self.status = status
      self.says = says
      self.expecting = expecting
      self.plant = plant
    }
  }

  static let gateway = EstateBuilder.gateway("gw")
  static let office = EstateBuilder.site("office")
  static let toOffice = EstateBuilder.connection("to-office")
  static let subnet = EstateBuilder.subnet("hub/GatewaySubnet")

  static let plants: [Plant] = [
    Plant("failed", .gatewayNotProvisioned, says: "gateway gw is Failed") {
      $0.set(gateway, "provisioningState", "Failed")
    },
    Plant("updating", .gatewayNotProvisioned, .warning, says: "an operation hasn't ended") {
      $0.set(gateway, "provisioningState", "Updating")
    },
    Plant("small subnet", .gatewaySubnetUnsuitable, .warning, says: "10.0.255.0/29 of gateway gw is smaller than /27") {
      $0.set(subnet, "addressPrefix", "10.0.255.0/29")
    },
    Plant("filtered subnet (F5)", .gatewaySubnetFiltered, says: "has network security group") {
      $0.securityGroup("nsg", subnets: ["hub/GatewaySubnet"])
    },
    Plant("default route (U8)", .gatewaySubnetDefaultRoute, says: "is a default route on GatewaySubnet") {
      $0.table("rt-gw", of: ["hub/GatewaySubnet"])
      $0.route("rt-gw", "all", "0.0.0.0/0", via: "10.0.2.4")
    },
    Plant("propagation off (U6)", .gatewaySubnetPropagationDisabled, says: "keeps gateway routes away") {
      $0.table("rt-gw", of: ["hub/GatewaySubnet"])
      $0.set(EstateBuilder.table("rt-gw"), "disableBgpRoutePropagation", true)
    },
    Plant("BGP on Basic", .gatewaySKULimit, says: "BGP is on at gateway gw, which SKU Basic doesn't do") {
      $0.setSKU(gateway, "Basic")
    },
    Plant("active-active on Standard", .gatewaySKULimit, says: "is active-active, which SKU Standard doesn't do") {
      $0.setSKU(gateway, "Standard")
      $0.set(gateway, "activeActive", true)
    },
    Plant("troubleshoot", .troubleshootFault, says: "Network Watcher says VipUnResponsive of gateway gw") {
      $0.troubleshoot(gateway, "VipUnResponsive")
    },
    Plant("device has a private address", .siteAddressFaulty, says: "the private address 10.9.9.9 as its device") {
      $0.set(office, "gatewayIpAddress", "10.9.9.9")
    },
    Plant("device inside the prefixes", .sitePrefixesFaulty, says: "contains its own device 203.0.113.9") {
      $0.set(office, "localNetworkAddressSpace", ["addressPrefixes": ["192.168.0.0/16", "203.0.113.0/24"]])
    },
    Plant("site overlaps the network", .sitePrefixesFaulty, says: "which overlaps spoke1's own 10.1.0.0/16") {
      $0.set(office, "localNetworkAddressSpace", ["addressPrefixes": ["10.1.2.0/24"]])
    },
    Plant("no BGP address (G3)", .bgpSettingsInconsistent, says: "has no BGP peering address") {
      $0.set(office, "bgpSettings", ["asn": 65010])
    },
    Plant("one AS at both ends (G3)", .bgpSettingsInconsistent, says: "both have AS number 65515") {
      $0.set(office, "bgpSettings", ["asn": 65515, "bgpPeeringAddress": "192.168.0.254"])
    },
    Plant("reserved AS", .asnReserved, says: "AS 65517, which Azure reserves") {
      $0.set(office, "bgpSettings", ["asn": 65517, "bgpPeeringAddress": "192.168.0.254"])
    },
    Plant("no connection left, a site waits (G1)", .gatewayWithoutConnection, says: "office waits for one") {
      $0.remove(toOffice)
    },
    Plant("not connected (G2)", .connectionNotConnected, says: "differing shared keys are the first suspect") {
      $0.set(toOffice, "connectionStatus", "NotConnected")
    },
    Plant("not connected, Network Watcher knows", .connectionNotConnected, says: "Network Watcher says Authentication")
    {
      $0.set(toOffice, "connectionStatus", "NotConnected")
      $0.troubleshoot(toOffice, "Authentication")
    },
    Plant("connection failed", .connectionNotProvisioned, says: "connection to-office is Failed") {
      $0.set(toOffice, "provisioningState", "Failed")
    },
    Plant("one tunnel down", .tunnelNotConnected, .warning, says: "1 of 2 tunnels is NotConnected (b)") {
      $0.set(
        toOffice, "tunnelConnectionStatus",
        [["tunnel": "a", "connectionStatus": "Connected"], ["tunnel": "b", "connectionStatus": "NotConnected"]])
    },
    Plant("session down (G3)", .bgpPeerNotConnected, says: "(site office, AS 65010) is Connecting") {
      $0.observe(gateway, "getBgpPeerStatus", ["value": [peer("192.168.0.254", 65010, "Connecting"), own]])
    },
    Plant("session missing", .bgpPeerMissing, says: "has no BGP session, though connection to-office") {
      $0.observe(gateway, "getBgpPeerStatus", ["value": [own]])
    },
    Plant(
      "another neighbour than the site's", .bgpPeerMissing, says: "no BGP session with 192.168.0.254 of site office"
    ) {
      $0.observe(gateway, "getBgpPeerStatus", ["value": [peer("192.168.0.9", 65010, "Connected")]])
    },
    Plant("nothing learned", .nothingLearned, says: "learned no prefix") { $0.learned(gateway, [:]) },
    Plant("not announced (G4)", .prefixNotLearned, says: "contains 172.20.0.0/16", expecting: ["172.20.0.0/16"]) {
      _ in
    },
    Plant(
      "site lacks the prefix (G6)", .gatewayLacksPrefix, says: "knows no site with 172.20.0.0/16",
      expecting: ["172.20.0.0/16"]
    ) {
      // Without BGP only the sites' prefixes count.
      $0.remove(gateway)
      $0.gateway("gw", in: "hub")
      $0.set(toOffice, "enableBgp", false)
      $0.forget()
    },
    Plant("own prefix learned (E10)", .ownPrefixLearned, .warning, says: "learned 10.1.1.0/24 from on-premises") {
      $0.learned(gateway, ["192.168.0.0/16": "192.168.0.254", "10.1.1.0/24": "192.168.0.254"])
    },
    Plant("default route learned (U10)", .ownPrefixLearned, .warning, says: "learned the default route 0.0.0.0/0") {
      $0.learned(gateway, ["192.168.0.0/16": "192.168.0.254", "0.0.0.0/0": "192.168.0.254"])
    },
    Plant("spoke not advertised", .prefixNotAdvertised, .warning, says: "doesn't advertise 10.2.0.0/16 of spoke2") {
      $0.observe(
        gateway, "getAdvertisedRoutes",
        ["value": [["network": "10.0.0.0/16", "origin": "Igp"], ["network": "10.1.0.0/16", "origin": "Igp"]]])
    },
    Plant("active-active with one address", .activeActiveIncomplete, .warning, says: "has one IP configuration") {
      $0.set(gateway, "activeActive", true)
    },
    Plant("client pool overlaps", .pointToSiteFaulty, says: "client pool 10.1.9.0/24 of gateway gw overlaps spoke1's") {
      $0.clients(gateway, "10.1.9.0/24")
    },
    Plant("clients can't authenticate", .pointToSiteFaulty, says: "no way to authenticate") {
      $0.clients(gateway, "172.31.0.0/24", certificates: [])
    },
    Plant(
      "two ends differ", .connectionEndsDiffer, says: "IPsec policy AES256/SHA256/DHGroup14/GCMAES256/GCMAES256/None"
    ) {
      $0.gateway("other", in: "spoke1")
      $0.connection("there", "gw", to: "other")
      $0.connection("back", "other", to: "gw")
      $0.set(
        EstateBuilder.connection("there"), "ipsecPolicies",
        [
          [
            "ikeEncryption": "AES256", "ikeIntegrity": "SHA256", "dhGroup": "DHGroup14", "ipsecEncryption": "GCMAES256",
            "ipsecIntegrity": "GCMAES256", "pfsGroup": "None",
          ]
        ])
    },
    Plant("no connection back", .connectionEndsDiffer, says: "which has no connection back") {
      $0.gateway("other", in: "spoke1")
      $0.connection("there", "gw", to: "other")
    },
    Plant("loaded (G5)", .gatewayLoaded, .warning, says: "gateway gw had 93 percent of CPU") {
      $0.metric(gateway, "ExpressRouteGatewayCpuUtilization", 93)
    },
  ]

  @Test("A sound gateway has no fault and no warning")
  func soundGateway() throws {
    let verification = try Self.verify(Self.sound, expecting: ["192.168.7.0/24"])
    #expect(verification.verdict == .healthy, "\(verification.cause?.summary ?? "")")
    #expect(
      verification.checks.allSatisfy { $0.status == .pass }, "\(verification.checks.filter { $0.status != .pass })")
    #expect(verification.missing.isEmpty)
  }

  @Test("Each planted fault is named first, with what repairs it", arguments: plants)
  func planted(_ plant: Plant) throws {
    var lab = Self.sound
    plant.plant(&lab)
    let verification = try Self.verify(lab, expecting: plant.expecting)
    let first = try #require(verification.checks.first { $0.status == plant.status })
    #expect(first.code == plant.code, "\(first.summary)")
    #expect(first.summary.contains(plant.says), "\(first.summary)")
    #expect(first.remedy != nil)
    #expect(verification.verdict == (plant.status == .fail ? .faulty : .healthy))
    if plant.status == .fail { #expect(verification.cause?.code == plant.code) }
  }

  @Test("Every code of gateways is planted")
  func complete() {
    let codes = CheckCode.allCases.filter { code in
      Int(code.rawValue.dropFirst(3)).map { (360...399).contains($0) } ?? false
    }
    // Seen by other tests: they take an ExpressRoute gateway, or an event.
    let others: Set<CheckCode> = [.learnedRoutesLimit, .gatewayMaintenance]
    #expect(Set(codes).subtracting(Self.plants.map(\.code)) == others)
  }

  @Test("A connection whose status a list left out is unknown, unless BGP runs over it")
  func listed() throws {
    var lab = Self.sound
    lab.set(Self.toOffice, "connectionStatus", nil)
    #expect(try Self.verify(lab).verdict == .healthy)
    lab.forget()
    let verification = try Self.verify(lab)
    #expect(verification.verdict == .indeterminate)
    #expect(verification.missing.contains { $0.command?.contains("vpn-connection show") == true })
  }

  @Test("An ExpressRoute gateway near its SKU's limit of prefixes, and with one session, is warned of")
  func expressRoute() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.gateway("er", in: "hub", type: "ExpressRoute")
    let gateway = EstateBuilder.gateway("er")
    lab.setSKU(gateway, "ErGw1AZ")
    lab.add(
      EstateBuilder.connection("er"),
      JSONObject([
        ("connectionType", "ExpressRoute"), ("connectionStatus", "Unknown"), ("enableBgp", false),
        ("virtualNetworkGateway1", ["id": .string(gateway)]),
        ("peer", ["id": .string(EstateBuilder.id("expressRouteCircuits", "circuit"))]),
      ]))
    lab.observe(gateway, "getBgpPeerStatus", ["value": [Self.peer("10.0.255.6", 12076, "Connected")]])
    let rows = (0..<3500).map { number -> JSONValue in
      [
        "network": .string("172.\(16 + number / 256 % 16).\(number % 256).0/24"), "nextHop": "10.0.255.6",
        "origin": "EBgp", "asPath": "12076-65001",
      ]
    }
    lab.observe(gateway, "getLearnedRoutes", ["value": .array(rows)])
    let warnings = try Self.verify(lab, "er").checks.filter { $0.status != .pass }
    #expect(warnings.map(\.code) == [.bgpPeerMissing, .learnedRoutesLimit])
    #expect(warnings.allSatisfy { $0.status == .warning })
  }

  @Test("Answers that no gateway gives are passed over", arguments: [-1, 1e300, .greatestFiniteMagnitude])
  func nonsense(_ value: Double) throws {
    var lab = Self.sound
    lab.metric(Self.gateway, "ExpressRouteGatewayCpuUtilization", value)
    lab.set(Self.gateway, "vpnClientConfiguration", [["vpnClientAddressPool": 7]])
    lab.set(Self.toOffice, "ipsecPolicies", "none")
    lab.set(Self.toOffice, "tunnelConnectionStatus", [["tunnel": 1], [], "x"])
    lab.observe(EstateBuilder.id("networkWatchers", "watcher"), "troubleshoot", ["results": [["id": 7], "x"]])
    let verification = try Self.verify(lab)
    #expect(verification.cause == nil)
    #expect(!verification.checks.contains { $0.code == .gatewayLoaded })
  }

  @Test("A hub's gateway is verified by what the hub's own connections say")
  func hubs() throws {
    var lab = EstateBuilder()
    lab.hub("hub", "10.50.0.0/24")
    let id = EstateBuilder.id("vpnGateways", "hub-vpn")
    lab.add(
      id,
      JSONObject([
        ("provisioningState", "Succeeded"), ("virtualHub", ["id": .string(EstateBuilder.hub("hub"))]),
        (
          "connections",
          [
            [
              "name": "branch",
              "properties": ["connectionStatus": "NotConnected", "provisioningState": "Succeeded"],
            ]
          ]
        ),
      ]))
    let catalog = GatewayCatalog(try lab.estate())
    let hubGateway = try #require(ResourceID(id))
    let verification = try #require(GatewayVerifier(catalog).verify(hubGateway))
    #expect(verification.cause?.code == .connectionNotConnected)
  }

  @Test("What is no gateway isn't verified")
  func nothing() throws {
    let catalog = GatewayCatalog(try Self.sound.estate())
    let site = try #require(ResourceID(EstateBuilder.site("office")))
    #expect(GatewayVerifier(catalog).verify(site) == nil)
  }

  @Test("Each row of the data about SKUs and codes is read, and has a source")
  func data() {
    #expect(GatewaySKU.named("vpngw1az", type: "vpn")?.connections == 30)
    #expect(GatewaySKU.named("ErGw3AZ", type: "ExpressRoute")?.learnedPrefixes == 9500)
    #expect(GatewaySKU.named("Basic", type: "ExpressRoute") == nil)
    #expect(TroubleshootCode.explained("WfpParse Error", of: .connection)?.party == .microsoft)
    #expect(TroubleshootCode.explained("UnKnown", of: .gateway)?.isFault == true)
    #expect(TroubleshootCode.explained("Nonsense", of: .gateway) == nil)
  }
}

extension EstateBuilder {
  /// Records what Network Watcher says of a gateway or connection.
  mutating func troubleshoot(_ target: String, _ code: String) {
    observe(
      Self.id("networkWatchers", "watcher"), "troubleshoot",
      ["code": "UnHealthy", "endTime": "2026-11-21T00:00:00Z", "results": [["id": .string(code)]]],
      body: ["targetResourceId": .string(target)])
  }

  mutating func clients(_ gateway: String, _ pool: String, certificates: [JSONValue] = [["name": "root"]]) {
    set(
      gateway, "vpnClientConfiguration",
      [
        "vpnClientAddressPool": ["addressPrefixes": [.string(pool)]],
        "vpnClientRootCertificates": .array(certificates),
      ])
  }

  mutating func metric(_ resource: String, _ name: String, _ value: Double) {
    observe(
      "\(resource)/providers/Microsoft.Insights", "metrics",
      [
        "value": [
          [
            "name": ["value": .string(name)], "unit": "Percent",
            "timeseries": [
              ["metadatavalues": [], "data": [["timeStamp": "2026-11-21T00:00:00Z", "average": .number(value)]]]
            ],
          ]
        ]
      ])
  }
}
