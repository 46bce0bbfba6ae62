public import AzureResources
public import Estate
internal import IPAddressing

/// Who is in which load balancer's pool, whichever of NIC and pool says so.
public struct BackendPools: Sendable {
  private var members: [ResourceID: [Int]] = [:]
  private var pools: [ResourceID: [Pool]] = [:]

  /// A pool, as indexes of `Estate.loadBalancers` and of its `backendPools`.
  public struct Pool: Sendable, Hashable {
    public let balancer: Int
    public let position: Int
  }

  /// - Complexity: O(ip configurations).
  public init(_ estate: Estate, book: AddressBook) {
    var index: [ResourceID: Pool] = [:]
    for (number, balancer) in estate.loadBalancers.enumerated() {
      for (position, pool) in balancer.backendPools.enumerated() {
        index[pool.id] = Pool(balancer: number, position: position)
      }
    }
    for (interface, resource) in estate.networkInterfaces.enumerated() {
      for configuration in resource.ipConfigurations {
        for id in configuration.loadBalancerBackendAddressPools { add(configuration.id, interface, id, index[id]) }
      }
    }
    for balancer in estate.loadBalancers {
      for pool in balancer.backendPools { add(pool, of: balancer, index[pool.id], estate, book) }
    }
  }

  private mutating func add(
    _ pool: LoadBalancerBackendPool, of balancer: LoadBalancer, _ place: Pool?, _ estate: Estate, _ book: AddressBook
  ) {
    for configuration in pool.ipConfigurations {
      guard let interface = estate.networkInterfaceIndex(configuration.parent) else { continue }
      add(configuration, interface, pool.id, place)
    }
    // A pool of addresses means those of its own network, which an internal balancer shares.
    let network = pool.virtualNetwork ?? balancer.frontends.lazy.compactMap(\.subnet?.parent).first
    guard let network = estate.virtualNetworkIndex(network) else { return }
    for address in pool.addresses {
      guard case .interface(let interface) = book.owner(of: address, inNetwork: network) else { continue }
      let owner = estate.networkInterfaces[interface].ipConfigurations.first { $0.privateIPAddress == address }
      if let owner { add(owner.id, interface, pool.id, place) }
    }
  }

  private mutating func add(_ configuration: ResourceID, _ interface: Int, _ pool: ResourceID, _ place: Pool?) {
    if members[pool]?.contains(interface) != true { members[pool, default: []].append(interface) }
    guard let place, pools[configuration]?.contains(place) != true else { return }
    pools[configuration, default: []].append(place)
  }

  /// The NICs in a pool, as indexes of `Estate.networkInterfaces`.
  public func interfaces(inPool pool: ResourceID) -> [Int] { members[pool] ?? [] }

  /// The pools of the snapshot that an ip configuration is in.
  public func pools(ofConfiguration configuration: ResourceID) -> [Pool] { pools[configuration] ?? [] }
}
