public import AzureResources

/// What a person says of appliances because no configuration in Azure shows it.
public struct DeclaredBehaviour: Sendable, Hashable {
  /// Appliances, as machines or NICs, that put their own address in the place of the source.
  public var translatingSource: Set<ResourceID>
  /// Appliances that forward packets of connections whose start they never saw.
  public var stateless: Set<ResourceID>

  public init(translatingSource: Set<ResourceID> = [], stateless: Set<ResourceID> = []) {
    self.translatingSource = translatingSource
    self.stateless = stateless
  }
}
