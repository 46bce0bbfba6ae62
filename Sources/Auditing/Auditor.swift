public import AzureFacts
internal import AzureResources
public import Estate
public import Findings

/// Looks for faults in a whole estate.
///
/// - Note: A pure function of the estate and the day: the same findings in the same order, whatever runs first.
public struct Auditor: Sendable {
  private let estate: Estate
  private let day: Day

  /// - Parameter day: The day whose tables of Azure's own routes count.
  public init(_ estate: Estate, asOf day: Day = .newest) {
    self.estate = estate
    self.day = day
  }

  /// The codes that an audit can find, in order.
  public static let codes: [CheckCode] = {
    let all = Set(checks.map { $0.code } + groupChecks.map { $0.code } + [NetworkOverlapCheck.code])
    return all.sorted { $0.rawValue < $1.rawValue }
  }()

  /// The findings, what matters most first.
  ///
  /// - Parameters:
  ///   - codes: The checks to run.
  ///   - progress: Told after each step how many of how many are done; calls come from several threads.
  /// - Complexity: O(resources + rules² in a group).
  public func findings(
    codes: Set<CheckCode> = Set(Auditor.codes), progress: @escaping @Sendable (AuditProgress) -> Void = { _ in }
  ) async -> [Finding] {
    let audited = AuditedEstate(estate, asOf: day)
    let groups = codes.isDisjoint(with: Self.groupChecks.map { $0.code }) ? [] : securityGroups
    let batches = stride(from: 0, to: groups.count, by: Self.batchSize).map { start in
      Array(groups[start..<min(start + Self.batchSize, groups.count)])
    }
    let wanted = Self.checks.filter { codes.contains($0.code) }
    let steps = StepCounter(of: wanted.count + batches.count, progress)
    let found = await withTaskGroup(of: [Finding].self) { tasks in
      for check in wanted {
        tasks.addTask {
          defer { steps.finish() }
          return check.findings(in: audited)
        }
      }
      for batch in batches {
        tasks.addTask {
          defer { steps.finish() }
          return Self.findings(batch, codes, audited)
        }
      }
      return await tasks.reduce(into: []) { $0 += $1 }
    }
    var seen: Set<Finding> = []
    return found.filter { seen.insert($0).inserted }.sorted(by: Finding.precedes)
  }

  private static let batchSize = 64

  private var securityGroups: [ResourceID] {
    estate.records.lazy.map(\.id).filter { $0.kind == .networkSecurityGroup }
  }

  private static func findings(
    _ ids: [ResourceID], _ codes: Set<CheckCode>, _ audited: AuditedEstate
  ) -> [Finding] {
    ids.flatMap { id -> [Finding] in
      guard let group = audited.estate.networkSecurityGroup(id)?.group else { return [] }
      let attached = AttachedSecurityGroup(
        group, subnets: audited.subnetsOfGroup[id] ?? [], interfaces: audited.interfacesOfGroup[id] ?? [])
      return groupChecks.filter { codes.contains($0.code) }.flatMap { $0.findings(attached, in: audited) }
    }
  }

  /// The checks of the estate as a whole.
  static let checks: [any AuditCheck.Type] = [
    UserRouteDropsCheck.self, NextHopUnownedCheck.self, NextHopNotReachableCheck.self, ApplianceForwardingCheck.self,
    RoutingLoopCheck.self, NoGatewayCheck.self, BalancedApplianceCheck.self, PeeringStateCheck.self,
    PeeringSyncCheck.self, PropagationCheck.self, GatewayTransitCheck.self, PeeringAccessCheck.self,
    ForwardedTrafficCheck.self, PublicReturnCheck.self, TableAssociationCheck.self, ApplianceBypassCheck.self,
    NetworkOverlapCheck.self, OnPremisesOverlapCheck.self, RouteMissingCheck.self, GatewaySubnetPropagationCheck.self,
    GatewaySubnetDefaultCheck.self, RouteTableSizeCheck.self, ManagementPortCheck.self, GatewaySubnetFilterCheck.self,
    ConnectionCheck.self, SiteCheck.self, GatewayConnectionCheck.self, CircuitCheck.self, CircuitPeeringCheck.self,
    BGPSettingsCheck.self, EndpointApprovalCheck.self, SubnetPrefixCheck.self, AddressUseCheck.self,
    BackendPoolCheck.self, OutboundCheck.self, NATGatewayCheck.self, PublicAddressCheck.self, InterfaceCheck.self,
    SnapshotCheck.self,
  ]

  /// The checks of each network security group.
  static let groupChecks: [any SecurityGroupCheck.Type] = [
    ShadowedRuleCheck.self, RuleMembersCheck.self, ProbeCheck.self, EverythingAllowedCheck.self,
    SecurityGroupUseCheck.self,
  ]
}
