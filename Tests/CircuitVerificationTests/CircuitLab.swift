import AzureResources
import CircuitVerification
import Estate
import EstateFixtures
import Findings
import HybridConnectivity
import JSONDocument
import Testing

/// The healthy circuit of the fixtures, to break and verify.
enum CircuitLab {
  typealias Lab = EstateBuilder

  static let circuit = Lab.circuit("er")
  static let peering = Lab.circuitPeering("er")
  static let microsoft = Lab.circuitPeering("er", "MicrosoftPeering")
  static let gateway = Lab.gateway("ergw")
  static let connection = Lab.connection("to-er")

  static func verify(
    _ lab: Lab, _ circuit: String = "er", model: ConnectivityModel? = nil, asOf moment: Timestamp? = nil
  ) throws -> CircuitVerification {
    let estate = try lab.estate()
    let id = try #require(ResourceID(Lab.circuit(circuit)))
    return try #require(
      CircuitVerifier(estate, CircuitCatalog(estate), model: model, asOf: moment).verify(id))
  }

  /// The lab after a change.
  static func after(_ change: (inout Lab) -> Void) -> Lab {
    var lab = Lab.hubWithCircuit
    change(&lab)
    return lab
  }

  /// Rows of a summary whose session with the edge is in another state than established.
  static func session(_ lab: inout Lab, _ path: String, _ state: String, upDown: String = "never") {
    let edge = path == "primary" ? "172.16.0.1" : "172.16.0.5"
    lab.summary(
      peering, path,
      [
        ("10.0.255.12", 65515, "4d05h", "3"), ("10.0.255.13", 65515, "4d05h", "3"), (edge, 64512, upDown, state),
      ])
    if UInt64(state) == nil { withdraw(&lab, path) }
  }

  /// A route table without what the edge announced.
  static func withdraw(_ lab: inout Lab, _ path: String) {
    lab.circuitRoutes(
      peering, path,
      ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16"].flatMap {
        [($0, "10.0.255.12*", "65515"), ($0, "10.0.255.13", "65515")]
      })
  }

  /// A Microsoft peering with all it needs, on both paths.
  static func addMicrosoftPeering(_ lab: inout Lab) {
    lab.circuitPeering("er", "MicrosoftPeering")
    lab.set(microsoft, "vlanId", 201)
    lab.set(microsoft, "peerASN", 65001)
    lab.set(microsoft, "primaryPeerAddressPrefix", "198.51.100.0/30")
    lab.set(microsoft, "secondaryPeerAddressPrefix", "198.51.100.4/30")
    lab.set(
      microsoft, "microsoftPeeringConfig",
      ["advertisedPublicPrefixes": ["198.51.100.128/25"], "advertisedPublicPrefixesState": "Configured"])
    let filter = Lab.id("routeFilters", "rf")
    lab.add(
      filter,
      JSONObject([
        (
          "rules",
          [
            [
              "name": "allow",
              "properties": ["access": "Allow", "routeFilterRuleType": "Community", "communities": ["12076:5010"]],
            ]
          ]
        )
      ]))
    lab.set(microsoft, "routeFilter", ["id": .string(filter)])
    for (path, edge) in [("primary", "198.51.100.1"), ("secondary", "198.51.100.5")] {
      lab.healthyPath(microsoft, path, edge, prefixes: ["198.51.100.128/25"], azure: [])
    }
  }
}
