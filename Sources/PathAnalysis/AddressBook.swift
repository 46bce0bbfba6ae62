public import AzureResources
public import Estate
public import IPAddressing

/// Who owns which private address. Networks may reuse each other's addresses, so an address counts within its network.
public struct AddressBook: Sendable {
  private struct Key: Hashable {
    let network: Int
    let address: IPAddress
  }

  /// IPv4 addresses: NICs by their index, all else below 0 by its place in `others`.
  private var four = AddressTable()
  private var others: [AddressOwner] = []
  private var six: [Key: AddressOwner] = [:]
  private var publicOwners: [IPAddress: AddressOwner] = [:]
  private var publicAddresses: [IPAddress: Int] = [:]
  private var privateEndpoints: [ResourceID: Int] = [:]
  private var firewalls: [ResourceID: Int] = [:]

  /// - Complexity: O(addresses).
  public init(_ estate: Estate) {
    // Later entries win: an endpoint's NIC is the endpoint, a front end is never a NIC.
    for (index, interface) in estate.networkInterfaces.enumerated() {
      for configuration in interface.ipConfigurations { add(configuration, .interface(index), estate) }
    }
    for (index, gateway) in estate.virtualNetworkGateways.enumerated() {
      for configuration in gateway.ipConfigurations { addPublic(configuration, .gateway(index), estate) }
      guard let network = estate.virtualNetworkIndex(gateway.virtualNetwork) else { continue }
      for address in gateway.instanceAddresses { set(.gateway(index), address, network) }
    }
    for (index, balancer) in estate.loadBalancers.enumerated() {
      for (position, frontend) in balancer.frontends.enumerated() {
        add(frontend, .loadBalancer(index, frontend: position), estate)
      }
    }
    for (index, firewall) in estate.azureFirewalls.enumerated() {
      firewalls[firewall.id] = index
      for configuration in firewall.ipConfigurations { add(configuration, .firewall(index), estate) }
    }
    for (index, appliance) in estate.virtualNetworkAppliances.enumerated() {
      for configuration in appliance.ipConfigurations { add(configuration, .managedAppliance(index), estate) }
    }
    for (index, endpoint) in estate.privateEndpoints.enumerated() { privateEndpoints[endpoint.id] = index }
    for network in estate.virtualNetworks.indices {
      for endpoint in estate.privateEndpointAddresses(inNetwork: network) {
        set(.privateEndpoint(endpoint), endpoint.address, network)
      }
    }
  }

  /// The owner of an address in a network; nil where the snapshot knows none.
  public func owner(of address: IPAddress, inNetwork network: Int) -> AddressOwner? {
    switch address {
    case .v6: return six[Key(network: network, address: address)]
    case .v4(let address):
      guard let code = four.value(ofNetwork: network, address.bits) else { return nil }
      return code >= 0 ? .interface(Int(code)) : others[Int(-1 - code)]
    }
  }

  /// The NIC that has an IPv4 address in a network, as an index of `Estate.networkInterfaces`; nil where nothing has it,
  /// or something else does.
  public func interface(at address: IPv4Address, inNetwork network: Int) -> Int? {
    four.value(ofNetwork: network, address.bits).flatMap { $0 >= 0 ? Int($0) : nil }
  }

  /// What the platform hands packets to that come from the internet to a public address (routing semantics E-070).
  public func owner(ofPublic address: IPAddress) -> AddressOwner? { publicOwners[address] }

  /// The index in `Estate.publicIPAddresses` of an address that something uses.
  public func publicAddress(_ address: IPAddress) -> Int? { publicAddresses[address] }

  /// The index of a firewall in `Estate.azureFirewalls`.
  public func firewall(_ id: ResourceID) -> Int? { firewalls[id] }

  /// The index of a private endpoint in `Estate.privateEndpoints`.
  public func privateEndpoint(_ id: ResourceID) -> Int? { privateEndpoints[id] }

  private mutating func add(_ configuration: IPConfiguration, _ owner: AddressOwner, _ estate: Estate) {
    addPublic(configuration, owner, estate)
    guard let address = configuration.privateIPAddress, let subnet = estate.subnetIndex(configuration.subnet) else {
      return
    }
    set(owner, address, estate.subnets[subnet].network)
  }

  private mutating func set(_ owner: AddressOwner, _ address: IPAddress, _ network: Int) {
    switch (address, owner) {
    case (.v6, _): six[Key(network: network, address: address)] = owner
    case (.v4(let address), .interface(let index)): four.set(Int32(index), network: network, address.bits)
    case (.v4(let address), _):
      others.append(owner)
      four.set(Int32(-others.count), network: network, address.bits)
    }
  }

  private mutating func addPublic(_ configuration: IPConfiguration, _ owner: AddressOwner, _ estate: Estate) {
    guard let index = estate.publicIPAddressIndex(configuration.publicIPAddress),
      let address = estate.publicIPAddresses[index].ipAddress
    else { return }
    publicOwners[address] = owner
    publicAddresses[address] = index
  }
}
