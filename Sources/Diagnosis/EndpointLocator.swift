internal import AzureResources
internal import Estate
internal import IPAddressing
internal import PathAnalysis

/// Finds the ends of a connection in the estate.
struct EndpointLocator {
  /// Which end it is: a sender sends from its private address, a destination is reached at the address that was named.
  enum Role { case source, destination }

  /// A documentation address that stands for any host of the internet (RFC 5737).
  static let internetHost = IPAddress.v4(IPv4Address(bits: 0xcb00_7101))

  let estate: Estate
  let book: AddressBook

  func locate(_ reference: EndpointReference, as role: Role) throws(QuestionError) -> LocatedEndpoint {
    switch reference {
    case .resource(let id): return try locate(id)
    case .address(let address): return try locate(address, as: role)
    case .name(let name): throw .nameWithoutAddress(name)
    case .internet: return LocatedEndpoint(nil, Self.internetHost, subnet: nil)
    case .onPremises: return try locateOnPremises()
    }
  }

  /// Both ends. Of a machine with several NICs the guest chooses the one whose subnet holds the other end (E-004).
  func locate(
    _ source: EndpointReference, _ destination: EndpointReference
  ) throws(QuestionError) -> (source: LocatedEndpoint, destination: LocatedEndpoint) {
    let first = try locate(source, as: .source)
    let far = try locate(destination, as: .destination)
    let near = try beside(far, source) ?? first
    return (near, try beside(near, destination) ?? far)
  }

  /// The NIC of a machine with several that is in one subnet with the other end; nil where none is, and for what isn't
  /// a machine.
  private func beside(
    _ other: LocatedEndpoint, _ reference: EndpointReference
  ) throws(QuestionError) -> LocatedEndpoint? {
    guard case .resource(let id) = reference, let machine = estate.virtualMachineIndex(id),
      let interface = GuestRouting(estate: estate, book: book).interface(ofMachine: machine, towards: other.address)
    else { return nil }
    return try locate(interface: interface, named: id, machine: machine)
  }

  private func locate(_ id: ResourceID) throws(QuestionError) -> LocatedEndpoint {
    if let machine = estate.virtualMachineIndex(id) {
      guard let interface = estate.networkInterfaces(ofMachine: machine).first else {
        throw .machineWithoutInterface(id)
      }
      return try locate(interface: interface, named: id, machine: machine)
    }
    if let interface = estate.networkInterfaceIndex(id) {
      return try locate(interface: interface, named: id, machine: estate.virtualMachine(ofInterface: interface))
    }
    if let subnet = estate.subnetIndex(id) { return try locate(subnet: subnet) }
    for network in estate.virtualNetworks.indices {
      if let found = estate.privateEndpointAddresses(inNetwork: network).first(where: { $0.endpoint == id }) {
        return LocatedEndpoint(id, found.address, subnet: found.subnet)
      }
    }
    throw .notAnEndpoint(id)
  }

  private func locate(
    interface: Int, named id: ResourceID, machine: Int?
  ) throws(QuestionError) -> LocatedEndpoint {
    let resource = estate.networkInterfaces[interface]
    guard let address = resource.privateIPAddress else { throw .interfaceWithoutAddress(resource.id) }
    guard let subnet = estate.subnet(ofInterface: interface) else {
      throw .subnetMissing(resource.subnet ?? resource.id, of: resource.id)
    }
    return LocatedEndpoint(id, address, subnet: subnet, machine: machine)
  }

  /// A subnet stands for any host in it: its first assignable address that nothing has represents it. Assignable is
  /// what comes after the first four addresses of the prefix.
  private func locate(subnet: Int) throws(QuestionError) -> LocatedEndpoint {
    let resource = estate.subnet(subnet)
    guard case .v4(let prefix)? = resource.addressPrefixes.first(where: { $0.family == .ipv4 }) else {
      throw .subnetMissing(resource.id, of: resource.id)
    }
    let network = estate.subnets[subnet].network
    let candidates = (4..<512 as Range<UInt32>).lazy.map { IPv4Address(bits: prefix.address.bits &+ $0) }
    let free = candidates.prefix { prefix.contains($0) }.first { book.owner(of: .v4($0), inNetwork: network) == nil }
    let address = IPAddress.v4(free ?? IPv4Address(bits: prefix.address.bits | 4))
    let assumption = Assumption(
      .representativeAddress, resource.id, "\(address) stands for any host in \(resource.id.name)")
    return LocatedEndpoint(resource.id, address, subnet: subnet, delivery: .anyAddress, assumption: assumption)
  }

  private func locate(_ address: IPAddress, as role: Role) throws(QuestionError) -> LocatedEndpoint {
    guard !PlatformAddress.contains(address) else { return LocatedEndpoint(nil, address, subnet: nil) }
    if let owner = book.owner(ofPublic: address) { return try locate(public: address, of: owner, as: role) }
    let owners = estate.networkInterfaces(withAddress: address)
    if owners.count > 1 { throw .ambiguousAddress(address, owners.map { estate.networkInterfaces[$0].id }) }
    if let owner = owners.first, let subnet = estate.subnet(ofInterface: owner) {
      return LocatedEndpoint(
        estate.networkInterfaces[owner].id, address, subnet: subnet,
        machine: estate.virtualMachine(ofInterface: owner))
    }
    let subnets = estate.subnets(containing: address)
    if subnets.count > 1 { throw .ambiguousAddress(address, subnets.map { estate.subnet($0).id }) }
    return LocatedEndpoint(nil, address, subnet: subnets.first)
  }

  /// A public address of the estate: what it belongs to, and for a NIC the address inside.
  private func locate(
    public address: IPAddress, of owner: AddressOwner, as role: Role
  ) throws(QuestionError) -> LocatedEndpoint {
    let id: ResourceID?
    switch owner {
    case .interface(let interface):
      let machine = estate.virtualMachine(ofInterface: interface)
      let inside = try locate(
        interface: interface, named: estate.networkInterfaces[interface].id, machine: machine)
      guard role == .destination else { return inside }
      return LocatedEndpoint(
        inside.resource, address, private: inside.address, subnet: inside.subnet, machine: machine)
    case .loadBalancer(let index, _): id = estate.loadBalancers[index].id
    case .firewall(let index): id = estate.azureFirewalls[index].id
    case .managedAppliance(let index): id = estate.virtualNetworkAppliances[index].id
    case .gateway(let index): id = estate.virtualNetworkGateways[index].id
    case .privateEndpoint(let endpoint): id = endpoint.endpoint
    }
    return LocatedEndpoint(id, address, subnet: nil)
  }

  /// On-premises is represented by the first address of the first prefix that a gateway knows.
  private func locateOnPremises() throws(QuestionError) -> LocatedEndpoint {
    for gateway in estate.virtualNetworkGateways {
      let learned = estate.learnedRoutes(of: gateway.id)?.routes.filter { $0.isLearned && !$0.network.isDefault }
      let sites = estate.connections.filter { $0.virtualNetworkGateway1 == gateway.id }
        .compactMap { estate.localNetworkGatewayIndex($0.localNetworkGateway2) }
        .flatMap { estate.localNetworkGateways[$0].addressPrefixes }
      guard let prefix = sites.first ?? learned?.first?.network else { continue }
      let address = Self.host(in: prefix)
      let assumption = Assumption(.representativeAddress, gateway.id, "\(address) stands for on-premises")
      return LocatedEndpoint(nil, address, subnet: nil, assumption: assumption)
    }
    throw .noGateway
  }

  private static func host(in prefix: IPPrefix) -> IPAddress {
    switch prefix {
    case .v4(let prefix) where !prefix.isHost: .v4(IPv4Address(bits: prefix.address.bits + 1))
    default: prefix.firstAddress
    }
  }
}
