internal import Findings

/// One check of a network security group with what it is attached to.
///
/// Groups are decoded one by one and let go again: together they are the largest part of a snapshot.
protocol SecurityGroupCheck: Sendable {
  static var code: CheckCode { get }
  static func findings(_ group: AttachedSecurityGroup, in estate: AuditedEstate) -> [Finding]
}
