public import AzureResources
public import IPAddressing

/// What has an address, among networks that may reuse each other's.
extension Estate {
  /// The networks whose address space contains an address, as indexes of `virtualNetworks`, in order.
  ///
  /// - Complexity: O(log prefixes + found).
  public func virtualNetworks(containing address: IPAddress) -> [Int] { links.networkSpaces.owners(of: address) }

  /// The subnets with a prefix that contains an address, as indexes of `subnets`, in order.
  ///
  /// - Complexity: O(log prefixes + found).
  public func subnets(containing address: IPAddress) -> [Int] { links.subnetSpaces.owners(of: address) }

  /// The NICs with a private address, in whichever networks, as indexes of `networkInterfaces`, in order.
  ///
  /// - Complexity: O(log NICs + found).
  public func networkInterfaces(withAddress address: IPAddress) -> [Int] {
    links.interfaceAddresses.interfaces(with: address)
  }

  /// The route tables of a resource group that neither name a subnet nor are named by one, as indexes of `routeTables`.
  ///
  /// - Parameter id: Any resource of the group.
  public func unusedRouteTables(beside id: ResourceID) -> [Int] {
    ResourceGroupKey(id).flatMap { links.unusedRouteTables[$0] } ?? []
  }
}
