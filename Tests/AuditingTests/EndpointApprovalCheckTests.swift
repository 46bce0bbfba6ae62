import EstateFixtures
import Findings
import JSONDocument
import Testing

@testable import Auditing

@Suite("Private endpoints that are not approved")
struct EndpointApprovalCheckTests {
  static let plants = [
    AuditPlant("pending", .endpointNotApproved, .error, at: Lab.endpoint("pe")) { lab in
      lab.endpoint("pe", in: "spoke1/app", "10.1.1.50")
      lab.set(
        Lab.endpoint("pe"), "manualPrivateLinkServiceConnections",
        [
          [
            "name": "pe",
            "properties": [
              "privateLinkServiceId": .string(Lab.id("Microsoft.Storage/storageAccounts", "store")),
              "privateLinkServiceConnectionState": ["status": "Pending"],
            ],
          ]
        ])
    }
  ]

  @Test("Each is found where it was planted, and nothing in the sound design", arguments: plants)
  func planted(plant: AuditPlant) async throws { try await plant.check() }
}
