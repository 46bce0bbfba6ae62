internal import AzureResources
internal import Estate

/// A network security group, and the subnets and NICs that name it.
struct AttachedSecurityGroup: Sendable {
  let group: NetworkSecurityGroup
  /// Its rules by priority.
  let inbound: [SecurityRule]
  let outbound: [SecurityRule]
  /// Indexes of `Estate.subnets`.
  let subnets: [Int]
  /// Indexes of `Estate.networkInterfaces`.
  let interfaces: [Int]

  init(_ group: NetworkSecurityGroup, subnets: [Int], interfaces: [Int]) {
    self.group = group
    self.subnets = subnets
    self.interfaces = interfaces
    let ordered = group.securityRules.sorted { $0.priority < $1.priority }
    inbound = ordered.filter { $0.direction == .inbound }
    outbound = ordered.filter { $0.direction == .outbound }
  }

  var isAttached: Bool { !subnets.isEmpty || !interfaces.isEmpty }

  /// Whether anything is behind the group.
  func isNeeded(_ audited: AuditedEstate) -> Bool {
    !interfaces.isEmpty || subnets.contains { !audited.interfacesOfSubnet[$0].isEmpty }
      || audited.hasScaleSets && isAttached
  }

  /// Whether only appliances are behind it, which filter what they forward themselves.
  func isForAppliances(_ audited: AuditedEstate) -> Bool {
    let behind = subnets.flatMap { audited.interfacesOfSubnet[$0] } + interfaces
    let forwards = { audited.estate.networkInterfaces[$0].enableIPForwarding }
    return behind.contains(where: forwards) && behind.allSatisfy { forwards($0) || audited.isBalanced($0) }
  }
}
