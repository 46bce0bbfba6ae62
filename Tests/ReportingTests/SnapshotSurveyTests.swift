import Testing

@testable import Reporting

@Suite("What a snapshot holds and lacks")
struct SnapshotSurveyTests {
  private static let base = Snapshots.base

  @Test("Children count once, whether they came with their parent or by themselves")
  func counts() throws {
    let survey = SnapshotSurvey(
      try Snapshots.estate(
        Snapshots.network("v", "10.0.0.0/16"),
        "{\"id\": \"\(Self.base)/virtualNetworks/v/subnets/s\", \"properties\": {\"addressPrefix\": \"10.0.0.0/16\"}}",
        "{\"id\": \"/subscriptions/s/resourceGroups/g/providers/microsoft.web/sites/a\", \"properties\": {}}",
        "{\"id\": \"/subscriptions/s/resourceGroups/g/providers/Microsoft.Web/sites/b\", \"properties\": {}}"))
    #expect(
      survey.resources == [
        .init(name: "Microsoft.Network/virtualNetworks", count: 1),
        .init(name: "Microsoft.Network/virtualNetworks/subnets", count: 1),
        .init(name: "microsoft.web/sites", count: 2),
      ])
    #expect(survey.resourceCount == 4)
  }

  @Test("Observations are counted by call, with the first and the last time")
  func observations() throws {
    let call = { (time: String) in
      "{\"method\": \"POST\", \"path\": \"\(Self.base)/networkInterfaces/n/effectiveRouteTable\", \"response\": {},"
        + " \"observedAt\": \"\(time)\"}"
    }
    let survey = SnapshotSurvey(try Snapshots.estate(call("2026-02-01T00:00:00Z"), call("2026-01-01T00:00:00Z")))
    #expect(
      survey.observations == [
        .init(action: "effectiveroutetable", count: 2, oldest: "2026-01-01T00:00:00Z", newest: "2026-02-01T00:00:00Z")
      ])
  }

  /// A snapshot that lacks one thing.
  struct Lack: Sendable {
    let resource: String
    let kind: SnapshotGap.Kind
    let command: String
  }

  @Test(
    "What is missing is named with the command that collects it",
    arguments: [
      Lack(
        resource: Snapshots.network("v", "10.0.0.0/16", subnet: "\"routeTable\": {\"id\": \"\(base)/routeTables/t\"}"),
        kind: .resource, command: "az network route-table show --ids \(base)/routeTables/t -o json"),
      Lack(
        resource: Snapshots.network(
          "v", "10.0.0.0/16", subnet: "\"serviceEndpoints\": [{\"service\": \"Microsoft.Sql\"}]"),
        kind: .serviceTag, command: "az network list-service-tags --location <region> -o json"),
      Lack(
        resource: "{\"id\": \"/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/m\"}",
        kind: .powerState, command: "az vm list -d -o json"),
      Lack(
        resource: Snapshots.resource("networkManagers/m/networkGroups/n", ""), kind: .groupMembers,
        command: "az network manager group static-member list -g <group> --network-manager-name <name>"
          + " --network-group-name <name> -o json"),
      Lack(
        resource: Snapshots.resource("virtualHubs/rs", "\"bgpConnections\": [{\"name\": \"p\", \"properties\": {}}]"),
        kind: .learnedRoutes,
        command: "az network routeserver peering list-learned-routes -g g --routeserver rs -n p -o json"),
    ])
  func lacks(_ lack: Lack) throws {
    let gaps = SnapshotSurvey(try Snapshots.estate(lack.resource)).gaps
    #expect(gaps.map(\.kind) == [lack.kind])
    #expect(gaps.first?.command == lack.command)
  }

  @Test("Many resources of one type are one gap, with a few names")
  func many() throws {
    let references = (1...5).map { "{\"id\": \"\(Self.base)/networkInterfaces/n\($0)\"}" }.joined(separator: ",")
    let survey = SnapshotSurvey(
      try Snapshots.estate(
        """
        {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/m", "properties": {
         "networkProfile": {"networkInterfaces": [\(references)]},
         "extended": {"instanceView": {"powerState": {"code": "PowerState/running"}}}}}
        """))
    #expect(survey.gaps.count == 1)
    #expect(survey.gaps[0].resources.count == 5)
    #expect(survey.gaps[0].summary.hasSuffix("g/n1, g/n2, g/n3 and 2 more"))
    #expect(survey.gaps[0].command == "az network nic list -o json")
  }

  @Test("A whole snapshot lacks nothing")
  func whole() throws {
    #expect(SnapshotSurvey(try Snapshots.estate(Snapshots.network("v", "10.0.0.0/16"))).gaps.isEmpty)
  }
}
