import EstateFixtures
import ExpressRouteFacts
import Findings
import JSONDocument
import Testing

/// A circuit in the state that a row of a reading table describes.
struct ReadingScenario: Sendable, CustomTestStringConvertible {
  let table: Reading.Table
  let id: String
  let code: CheckCode
  let status: Check.Status
  let change: @Sendable (inout EstateBuilder) -> Void

  init(
    _ table: Reading.Table, _ id: String, _ code: CheckCode, _ status: Check.Status,
    _ change: @escaping @Sendable (inout EstateBuilder) -> Void
  ) {
    self.table = table
    self.id = id
    self.code = code
    self.status = status
    self.change = change
  }

  var testDescription: String { id }

  private typealias Lab = CircuitLab

  static let all: [ReadingScenario] = arp + bgp + pairs + circuit + connection + statistics

  private static let arp: [ReadingScenario] = [
    ReadingScenario(.arp, "ARP-400", .peeringPresence, .fail) {
      $0.answer(
        Lab.peering, "arpTables/primary",
        [
          "error": [
            "code": "BadRequest", "message": "The BGP Peering AzurePrivatePeering with Service Key k is not found.",
          ]
        ],
        status: 400)
    },
    ReadingScenario(.arp, "ARP-EMPTY-NP", .arpTable, .fail) {
      $0.set(Lab.circuit, "serviceProviderProvisioningState", "NotProvisioned")
      $0.arp(Lab.peering, "primary", [])
    },
    ReadingScenario(.arp, "ARP-EMPTY-L3", .arpTable, .warning) {
      for property in ["peerASN", "primaryPeerAddressPrefix", "secondaryPeerAddressPrefix"] {
        $0.set(Lab.peering, property, nil)
      }
      $0.arp(Lab.peering, "primary", [])
    },
    ReadingScenario(.arp, "ARP-EMPTY-CFG", .arpTable, .fail) { $0.arp(Lab.peering, "primary", []) },
    ReadingScenario(.arp, "ARP-INCOMPLETE", .arpTable, .fail) {
      $0.arp(Lab.peering, "primary", [("on-prem", "172.16.0.1", "INCOMPLETE")])
    },
    ReadingScenario(.arp, "ARP-MS-ONLY", .arpTable, .fail) {
      $0.arp(Lab.peering, "primary", [("Microsoft", "172.16.0.2", "6412.25a7.b8b0")])
    },
    ReadingScenario(.arp, "ARP-IP-UNEXPECTED", .arpTable, .fail) {
      $0.arp(Lab.peering, "primary", [("On-Prem", "172.16.0.2", "6412.25a7.b8b0")])
    },
    ReadingScenario(.arp, "ARP-OK-BGP-DOWN", .bgpSession, .fail) { Lab.session(&$0, "primary", "Active") },
    ReadingScenario(.arp, "ARP-OK-NOPFX", .receivedPrefixes, .fail) {
      Lab.session(&$0, "primary", "0", upDown: "1d00h")
      Lab.withdraw(&$0, "primary")
    },
    ReadingScenario(.arp, "ARP-OK", .arpTable, .pass) {
      $0.arp(
        Lab.peering, "primary",
        [("On-Prem", "172.16.0.1", "02cf.2b02.c22b"), ("Microsoft", "172.16.0.2", "6412.25a7.b8b0")])
    },
    ReadingScenario(.arp, "ARP-SAME-MAC", .edgeDevices, .pass) {
      $0.arp(Lab.peering, "secondary", [("On-Prem", "172.16.0.5", "02cf.2b02.c22b")])
    },
  ]

  private static let bgp: [ReadingScenario] = [
    ReadingScenario(.edgeBGP, "BGP-EST", .bgpSession, .pass) { _ in },
    ReadingScenario(.edgeBGP, "BGP-EST-0", .receivedPrefixes, .fail) {
      Lab.session(&$0, "primary", "0", upDown: "1d00h")
      Lab.withdraw(&$0, "primary")
    },
    ReadingScenario(.edgeBGP, "BGP-IDLE", .bgpSession, .fail) { Lab.session(&$0, "primary", "Idle") },
    ReadingScenario(.edgeBGP, "BGP-ACTIVE", .bgpSession, .fail) { Lab.session(&$0, "primary", "Active") },
    ReadingScenario(.edgeBGP, "BGP-CONNECT", .bgpSession, .warning) {
      Lab.session(&$0, "primary", "Connect", upDown: "00:00:20")
    },
    ReadingScenario(.edgeBGP, "BGP-OPEN", .bgpSession, .fail) { Lab.session(&$0, "primary", "OpenSent") },
    ReadingScenario(.edgeBGP, "BGP-IDLE-PFX", .bgpSession, .fail) { Lab.session(&$0, "primary", " Idle (PfxCt)") },
    // The session is down all the same: for a peering that is enabled that is a fault.
    ReadingScenario(.edgeBGP, "BGP-IDLE-ADMIN", .bgpSession, .fail) { Lab.session(&$0, "primary", "Idle (Admin)") },
    ReadingScenario(.edgeBGP, "BGP-NOCE", .bgpSession, .fail) {
      $0.summary(Lab.peering, "primary", [("10.0.255.12", 65515, "4d05h", "3")])
    },
    ReadingScenario(.edgeBGP, "BGP-NOGW", .gatewaySessions, .fail) {
      $0.summary(Lab.peering, "primary", [("172.16.0.1", 64512, "3d02h", "2")])
    },
    ReadingScenario(.edgeBGP, "BGP-FLAP", .sessionReset, .warning) {
      Lab.session(&$0, "primary", "2", upDown: "01:30")
    },
  ]

  private static let pairs: [ReadingScenario] = [
    ReadingScenario(.pair, "PAIR-BOTH-UP", .pathRedundancy, .pass) { _ in },
    ReadingScenario(.pair, "PAIR-ONE", .pathRedundancy, .fail) { Lab.session(&$0, "secondary", "Active") },
    ReadingScenario(.pair, "PAIR-PFX-DIFF", .oneSidedPrefixes, .warning) {
      $0.healthyPath(Lab.peering, "secondary", "172.16.0.5", prefixes: ["192.168.0.0/16"])
    },
    ReadingScenario(.pair, "PAIR-ASPATH", .asPaths, .pass) {
      $0.circuitRoutes(
        Lab.peering, "secondary",
        ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16"].map { ($0, "10.0.255.12", "65515") }
          + ["192.168.0.0/16", "172.20.0.0/16"].map { ($0, "172.16.0.5", "64512 64512 64512") })
    },
  ]

  private static let circuit: [ReadingScenario] = [
    ReadingScenario(.circuitState, "CKT-OK", .providerStatus, .pass) { _ in },
    ReadingScenario(.circuitState, "CKT-NEW", .providerStatus, .fail) {
      $0.set(Lab.circuit, "serviceProviderProvisioningState", "notProvisioned")
    },
    ReadingScenario(.circuitState, "CKT-PROV", .providerStatus, .warning) {
      $0.set(Lab.circuit, "serviceProviderProvisioningState", "Provisioning")
    },
    ReadingScenario(.circuitState, "CKT-DEPROV", .providerStatus, .warning) {
      $0.set(Lab.circuit, "serviceProviderProvisioningState", "DeProvisioning")
    },
    ReadingScenario(.circuitState, "CKT-DIS", .circuitStatus, .fail) {
      $0.set(Lab.circuit, "circuitProvisioningState", "disabled")
    },
    ReadingScenario(.circuitState, "CKT-ENABLING", .circuitStatus, .warning) {
      $0.set(Lab.circuit, "circuitProvisioningState", "Disabling")
    },
  ]

  private static let connection: [ReadingScenario] = [
    ReadingScenario(.connection, "CN-CONNECTED", .circuitConnection, .pass) { _ in },
    ReadingScenario(.connection, "CN-CONNECTING", .circuitConnection, .warning) {
      $0.set(Lab.connection, "connectionStatus", "Connecting")
    },
    ReadingScenario(.connection, "CN-NOT", .circuitConnection, .fail) {
      $0.set(Lab.connection, "connectionStatus", "NotConnected")
    },
    ReadingScenario(.connection, "CN-UNKNOWN", .circuitConnection, .pass) {
      $0.set(Lab.connection, "connectionStatus", "Unknown")
    },
    ReadingScenario(.connection, "CN-NULL", .circuitConnection, .pass) {
      $0.set(Lab.connection, "connectionStatus", .null)
    },
  ]

  private static let statistics: [ReadingScenario] = [
    ReadingScenario(.statistics, "ST-BOTH", .trafficCounters, .pass) { Self.stats(&$0, 9, 9, 9, 9) },
    ReadingScenario(.statistics, "ST-IDLE", .trafficCounters, .warning) { Self.stats(&$0, 9, 9, 0, 0) },
    ReadingScenario(.statistics, "ST-NO-ANSWER", .trafficCounters, .warning) { Self.stats(&$0, 9, 0, 9, 0) },
    ReadingScenario(.statistics, "ST-NO-RETURN", .trafficCounters, .warning) { Self.stats(&$0, 0, 9, 0, 9) },
    ReadingScenario(.statistics, "ST-ZERO", .trafficCounters, .skipped) {
      $0.record(Lab.peering, "stats", Self.counters(0, 0, 0, 0), at: "2026-11-20T10:00:00Z")
    },
  ]

  /// Two observations a minute apart, with so much between them.
  private static func stats(_ lab: inout EstateBuilder, _ one: Int64, _ two: Int64, _ three: Int64, _ four: Int64) {
    lab.record(Lab.peering, "stats", counters(1, 1, 1, 1), at: "2026-11-20T09:59:00Z")
    lab.record(Lab.peering, "stats", counters(1 + one, 1 + two, 1 + three, 1 + four), at: "2026-11-20T10:00:00Z")
  }

  private static func counters(_ one: Int64, _ two: Int64, _ three: Int64, _ four: Int64) -> JSONValue {
    [
      "primaryBytesIn": .integer(one), "primaryBytesOut": .integer(two), "secondaryBytesIn": .integer(three),
      "secondaryBytesOut": .integer(four),
    ]
  }
}
