import EstateFixtures
import Findings
import Glibc
import Testing

@testable import Auditing

@Suite("Pages of the audit's checks")
struct AuditPagesTests {
  static let plants: [AuditPlant] = {
    var all: [AuditPlant] = []
    all += UserRouteDropsCheckTests.plants
    all += NextHopUnownedCheckTests.plants
    all += NextHopNotReachableCheckTests.plants
    all += ApplianceForwardingCheckTests.plants
    all += RoutingLoopCheckTests.plants
    all += NoGatewayCheckTests.plants
    all += BalancedApplianceCheckTests.plants
    all += PeeringStateCheckTests.plants
    all += PeeringSyncCheckTests.plants
    all += PropagationCheckTests.plants
    all += GatewayTransitCheckTests.plants
    all += PeeringAccessCheckTests.plants
    all += ForwardedTrafficCheckTests.plants
    all += PublicReturnCheckTests.plants
    all += TableAssociationCheckTests.plants
    all += ApplianceBypassCheckTests.plants
    all += NetworkOverlapCheckTests.plants
    all += OnPremisesOverlapCheckTests.plants
    all += RouteMissingCheckTests.plants
    all += GatewaySubnetPropagationCheckTests.plants
    all += GatewaySubnetDefaultCheckTests.plants
    all += RouteTableSizeCheckTests.plants
    all += ShadowedRuleCheckTests.plants
    all += RuleMembersCheckTests.plants
    all += ProbeCheckTests.plants
    all += EverythingAllowedCheckTests.plants
    all += ManagementPortCheckTests.plants
    all += GatewaySubnetFilterCheckTests.plants
    all += SecurityGroupUseCheckTests.plants
    all += ConnectionCheckTests.plants
    all += SiteCheckTests.plants
    all += GatewayConnectionCheckTests.plants
    all += CircuitCheckTests.plants
    all += CircuitPeeringCheckTests.plants
    all += BGPSettingsCheckTests.plants
    all += EndpointApprovalCheckTests.plants
    all += SubnetPrefixCheckTests.plants
    all += AddressUseCheckTests.plants
    all += BackendPoolCheckTests.plants
    all += OutboundCheckTests.plants
    all += NATGatewayCheckTests.plants
    all += PublicAddressCheckTests.plants
    all += InterfaceCheckTests.plants
    all += SnapshotCheckTests.plants
    return all
  }()

  private static func page(_ code: CheckCode) -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    guard let file = fopen("/\(root)/docs/checks/\(code.rawValue).md", "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
  }

  @Test("A page's example is what an audit says", arguments: Auditor.codes.filter(\.isOfAuditAlone))
  func example(code: CheckCode) async throws {
    var said: [String] = []
    for plant in Self.plants where plant.code == code { said += try await plant.findings().faulty.map(\.summary) }
    #expect(said.contains { Self.page(code).contains("\n> \($0)\n") }, "\(said)")
  }

  @Test("Every check is planted")
  func complete() { #expect(Set(Self.plants.map(\.code)) == Set(Auditor.codes)) }

  @Test("A finding of a check repairs nothing that another check finds in the sound designs")
  func sound() async throws {
    for design in [EstateBuilder.hubAndSpokes, .hubWithGateway, .pair] {
      let found = await Auditor(try design.estate()).findings().filter { $0.severity > .note }
      #expect(found.isEmpty, "\(found.map(\.summary))")
    }
  }
}
