public import AzureResources
public import Filtering

/// The rules that apply at one NIC or subnet.
public struct SecurityRulesEntry: Sendable {
  public let id: ResourceID
  public let groups: [EffectiveSecurityGroup]
  /// Groups that are attached and that the snapshot lacks.
  public let missing: [ResourceID]

  public init(_ id: ResourceID, _ groups: [EffectiveSecurityGroup], missing: [ResourceID]) {
    self.id = id
    self.groups = groups
    self.missing = missing
  }
}
