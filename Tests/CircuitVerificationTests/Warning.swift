import EstateFixtures
import Findings
import JSONDocument
import Testing

/// Something worth a warning, in a circuit that carries traffic.
struct Warning: Sendable, CustomTestStringConvertible {
  let name: String
  let code: CheckCode
  let says: String
  let change: @Sendable (inout EstateBuilder) -> Void

  init(
    _ name: String, _ code: CheckCode, _ says: String, _ change: @escaping @Sendable (inout EstateBuilder) -> Void
  ) {
    self.name = name
    self.code = code
    self.says = says
    self.change = change
  }

  var testDescription: String { name }

  private typealias Lab = CircuitLab

  static let all: [Warning] = [
    Warning("E6 a prefix on the primary path alone", .oneSidedPrefixes, "172.20.0.0/16 on the primary path alone") {
      $0.healthyPath(Lab.peering, "secondary", "172.16.0.5", prefixes: ["192.168.0.0/16"])
    },
    Warning("E10 a default route", .announcedDefaultRoute, "forced tunnelling") {
      for (path, edge) in [("primary", "172.16.0.1"), ("secondary", "172.16.0.5")] {
        $0.healthyPath(Lab.peering, path, edge, prefixes: ["192.168.0.0/16", "172.20.0.0/16", "0.0.0.0/0"])
      }
      $0.learnFromCircuit(["192.168.0.0/16", "172.20.0.0/16", "0.0.0.0/0"])
    },
    Warning("E7 a session at 80 percent", .prefixLimit, "3200 prefixes of at most 4000") {
      Lab.session(&$0, "primary", "3200", upDown: "3d02h")
    },
    Warning("G5 a gateway at its CPU", .gatewayLoaded, "94 percent") {
      $0.add(
        "\(Lab.gateway)/providers/Microsoft.Insights/metrics/ExpressRouteGatewayCpuUtilization", JSONObject())
      $0.record(
        Lab.gateway, "providers/Microsoft.Insights/metrics",
        [
          "value": [
            [
              "name": ["value": "ExpressRouteGatewayCpuUtilization"],
              "timeseries": [["data": [["timeStamp": "2026-11-20T09:59:00Z", "average": .number(94.5)]]]],
            ]
          ]
        ], at: "2026-11-20T10:00:00Z")
    },
    Warning("E9 maintenance of the gateway", .gatewayMaintenance, "ergw was under maintenance") {
      $0.record(
        "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Insights/eventtypes/management",
        "values",
        [
          "value": [
            [
              "eventTimestamp": "2026-11-20T08:00:00Z", "resourceId": .string(Lab.gateway),
              "operationName": ["value": "Maintenance"], "category": ["value": "ServiceHealth"],
              "properties": [
                "incidentType": "Maintenance", "title": "Planned maintenance",
                "impactStartTime": "2026-11-20T08:00:00Z",
                "impactMitigationTime": "2026-11-20T09:00:00Z",
              ],
            ]
          ]
        ], at: "2026-11-20T10:00:00Z")
    },
    Warning("E9 FastPath with a small gateway", .gatewaySKULimit, "FastPath, which gateway ergw (ErGw1AZ) doesn't take")
    {
      $0.set(Lab.connection, "expressRouteGatewayBypass", true)
    },
    Warning("E9 one instance of the gateway alone", .gatewaySessions, "one instance of a gateway alone") {
      for (path, edge) in [("primary", "172.16.0.1"), ("secondary", "172.16.0.5")] {
        $0.summary(Lab.peering, path, [("10.0.255.12", 65515, "4d05h", "3"), (edge, 64512, "3d02h", "2")])
      }
    },
    Warning("BGP-FLAP a session much younger than the other", .sessionReset, "was reset 05:12 ago") {
      Lab.session(&$0, "primary", "2", upDown: "05:12")
    },
    Warning(
      "BGP-FLAP a session younger than an earlier observation", .sessionReset,
      "it was up already at 2026-11-20T08:00:00Z"
    ) {
      $0.record(
        Lab.peering, "routeTablesSummary/primary",
        ["value": [["neighbor": "172.16.0.1", "v": 4, "as": 64512, "upDown": "3d00h", "statePfxRcd": "2"]]],
        at: "2026-11-20T08:00:00Z")
      Lab.session(&$0, "primary", "2", upDown: "1d00h")
      $0.record(
        Lab.peering, "routeTablesSummary/primary",
        ["value": [["neighbor": "172.16.0.1", "v": 4, "as": 64512, "upDown": "3d00h", "statePfxRcd": "2"]]],
        at: "2026-11-20T08:00:00Z")
      Lab.session(&$0, "secondary", "2", upDown: "30:00")
      Lab.session(&$0, "primary", "2", upDown: "30:00")
      $0.record(
        Lab.peering, "routeTablesSummary/primary",
        ["value": [["neighbor": "172.16.0.1", "v": 4, "as": 64512, "upDown": "3d00h", "statePfxRcd": "2"]]],
        at: "2026-11-20T08:00:00Z")
    },
    Warning("ST-NO-ANSWER bytes come in and none go out", .trafficCounters, "Azure does not answer") {
      $0.record(Lab.peering, "stats", Self.stats(100, 100, 100, 100), at: "2026-11-20T09:58:00Z")
      $0.record(Lab.peering, "stats", Self.stats(900, 100, 900, 100), at: "2026-11-20T10:00:00Z")
    },
    Warning("ST-IDLE one path's counters stand still", .trafficCounters, "one link stands idle") {
      $0.record(Lab.peering, "stats", Self.stats(100, 100, 100, 100), at: "2026-11-20T09:58:00Z")
      $0.record(Lab.peering, "stats", Self.stats(900, 900, 100, 100), at: "2026-11-20T10:00:00Z")
    },
    Warning("CKT-PROV a provider at work", .providerStatus, "still provisioning") {
      $0.set(Lab.circuit, "serviceProviderProvisioningState", "Provisioning")
    },
    Warning("CKT-DEPROV a provider that takes the circuit down", .providerStatus, "taking circuit er down") {
      $0.set(Lab.circuit, "serviceProviderProvisioningState", "Deprovisioning")
    },
    Warning("CKT-ENABLING a circuit on its way", .circuitStatus, "er is Enabling") {
      $0.set(Lab.circuit, "circuitProvisioningState", "Enabling")
    },
    Warning("ER-C19 a failed operation", .circuitOperation, "ended as Failed") {
      $0.set(Lab.circuit, "provisioningState", "Failed")
    },
    Warning("ER-C04 a number of the documentation", .peeringASN, "64500") {
      $0.set(Lab.peering, "peerASN", 64500)
      for (path, edge) in [("primary", "172.16.0.1"), ("secondary", "172.16.0.5")] {
        $0.circuitRoutes(
          Lab.peering, path,
          ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16"].map { ($0, "10.0.255.12", "65515") }
            + ["192.168.0.0/16", "172.20.0.0/16"].map { ($0, edge, "64500") })
      }
    },
    Warning("ER-GW-ASYM a network of Azure on one router alone", .gatewaySessions, "10.2.0.0/16 on one path alone") {
      $0.healthyPath(Lab.peering, "secondary", "172.16.0.5", azure: ["10.0.0.0/16", "10.1.0.0/16"])
    },
    Warning("ER-DIFFERENT-ORIGIN a prefix of two neighbours", .asPaths, "comes from different neighbours") {
      $0.circuitRoutes(
        Lab.peering, "secondary",
        ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16"].map { ($0, "10.0.255.12", "65515") } + [
          ("192.168.0.0/16", "172.16.0.5", "64999"), ("172.20.0.0/16", "172.16.0.5", "64512"),
        ])
    },
  ]

  private static func stats(_ one: Int64, _ two: Int64, _ three: Int64, _ four: Int64) -> JSONValue {
    [
      "primaryBytesIn": .integer(one), "primarybytesOut": .integer(two), "secondarybytesIn": .integer(three),
      "secondaryBytesOut": .integer(four),
    ]
  }
}
