import AzureResources
import Estate
import SnapshotReading
import Testing

@testable import AzimuthCommands

@Suite("Finding what somebody named")
struct TargetResolverTests {
  private static func estate() throws -> Estate { try SnapshotReader.read([Paths.fixture("hub-and-spoke")]) }

  @Test(
    "IDs are found without regard to case, with a slash at their end, and children that came with their parents",
    arguments: [
      "/SUBSCRIPTIONS/00000000-0000-0000-0000-00000000000A/resourcegroups/APP-RG/providers/microsoft.compute"
        + "/virtualmachines/WEB-1",
      "/subscriptions/00000000-0000-0000-0000-00000000000a/resourceGroups/net-rg/providers/Microsoft.Network"
        + "/virtualNetworks/hub/subnets/shared/",
      "/subscriptions/00000000-0000-0000-0000-00000000000a/resourceGroups/net-rg/providers/Microsoft.Network"
        + "/virtualNetworks/hub/virtualNetworkPeerings/hub-to-web",
      "/subscriptions/00000000-0000-0000-0000-00000000000a/resourceGroups/net-rg/providers/Microsoft.Network"
        + "/routeTables/web-routes/routes/to-data",
    ])
  func identifiers(_ text: String) throws {
    let found = try TargetResolver(Self.estate()).resolve(text, among: TargetKinds.all)
    #expect(found == ResourceID(text))
  }

  @Test("An ID whose subscription was masked finds the only resource of its type, group and name")
  func masked() throws {
    let text = "/subscriptions/x/resourceGroups/app-rg/providers/Microsoft.Compute/virtualMachines/web-1"
    let found = try TargetResolver(Self.estate()).resolve(text, among: TargetKinds.all)
    #expect(found.subscription == "00000000-0000-0000-0000-00000000000a")
  }

  @Test("A group or a kind tells namesakes apart")
  func namesakes() throws {
    let estate = try Self.estate()
    let all = TargetResolver(estate)
    #expect(throws: CommandError.self) { try all.resolve("spare", among: TargetKinds.routed) }
    let narrowed = TargetResolver(estate, scope: ResourceScope(resourceGroup: "OPS-rg"))
    #expect(try narrowed.resolve("spare", among: TargetKinds.routed).resourceGroup == "ops-rg")
    #expect(try all.resolve("app-rg/spare", among: TargetKinds.routed).resourceGroup == "app-rg")
    #expect(try all.resolve("subnets/nva", among: TargetKinds.routed).kind == .subnet)
    #expect(try all.resolve("nva", among: [.virtualMachine]).kind == .virtualMachine)
  }

  @Test("Of many candidates an error lists ten")
  func many() {
    let ids = (1...12).compactMap {
      ResourceID("/subscriptions/s/resourceGroups/g\($0)/providers/Microsoft.Network/networkInterfaces/n")
    }
    let error = CommandError.ambiguous("n", ids)
    #expect(error.details.count == 11)
    #expect(error.details.last == "and 2 more")
  }
}
