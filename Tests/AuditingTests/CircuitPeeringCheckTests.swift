import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Circuits without a private peering")
struct CircuitPeeringCheckTests {
  static let plants = [
    AuditPlant(
      "it is disabled", .circuitPeeringNotEnabled, .error,
      at: "\(Lab.id("expressRouteCircuits", "er"))/peerings/AzurePrivatePeering"
    ) { lab in
      lab.add(
        Lab.id("expressRouteCircuits", "er"),
        JSONObject([
          ("circuitProvisioningState", "Enabled"), ("serviceProviderProvisioningState", "Provisioned"),
          (
            "peerings",
            [
              [
                "name": "AzurePrivatePeering",
                "properties": ["peeringType": "AzurePrivatePeering", "state": "Disabled"],
              ]
            ]
          ),
        ]))
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
