internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Network security groups that filter nothing.
struct SecurityGroupUseCheck: SecurityGroupCheck {
  static let code = CheckCode.securityGroupUnused

  static func findings(_ group: AttachedSecurityGroup, in audited: AuditedEstate) -> [Finding] {
    // A scale set's model names groups too, and this doesn't read it.
    guard !group.isAttached, !audited.hasScaleSets else { return [] }
    let id = group.group.id
    return [
      Finding(
        code, .note, "network security group \(id.name) is attached to no subnet and no NIC: it filters nothing", id,
        [audited.property(id, "subnets", "none"), audited.property(id, "networkInterfaces", "none")],
        remedy: Remedy("attach it, or delete it", ["az network nsg delete --ids \(id)"]))
    ]
  }
}
