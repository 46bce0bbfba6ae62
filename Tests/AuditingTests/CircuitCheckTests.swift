import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Circuits that are not provisioned")
struct CircuitCheckTests {
  static let plants = [
    AuditPlant("the provider has not", .circuitNotProvisioned, .error, at: Lab.id("expressRouteCircuits", "er")) {
      lab in
      lab.add(
        Lab.id("expressRouteCircuits", "er"),
        JSONObject([
          ("circuitProvisioningState", "Enabled"), ("serviceProviderProvisioningState", "NotProvisioned"),
          (
            "peerings",
            [
              [
                "name": "AzurePrivatePeering",
                "properties": ["peeringType": "AzurePrivatePeering", "state": "Enabled"],
              ]
            ]
          ),
        ]))
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
