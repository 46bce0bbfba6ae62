public import AzureResources
public import IPAddressing

/// Why a question can't be put to the estate.
public enum QuestionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The resource has no place in a network: not a machine, NIC, subnet or private endpoint.
  case notAnEndpoint(ResourceID)
  /// The machine has no NIC in the snapshot.
  case machineWithoutInterface(ResourceID)
  /// The NIC has no private address in the snapshot.
  case interfaceWithoutAddress(ResourceID)
  /// The subnet, or the network it is in, is not in the snapshot.
  case subnetMissing(ResourceID, of: ResourceID)
  /// Several networks use the address.
  case ambiguousAddress(IPAddress, [ResourceID])
  /// The address is in no network of the snapshot, so that no routes apply to what starts there.
  case sourceOutsideEstate(String)
  /// A connection starts at an address or a resource; a name alone doesn't say which.
  case nameWithoutAddress(String)
  /// No gateway of the snapshot leads to or from on-premises.
  case noGateway

  public var description: String {
    switch self {
    case .notAnEndpoint(let id): "\(id.shortName) (\(id.type)) is no end of a connection"
    case .machineWithoutInterface(let id): "the snapshot holds no NIC of \(id.shortName)"
    case .interfaceWithoutAddress(let id): "the snapshot holds no private address of \(id.shortName)"
    case .subnetMissing(let subnet, let owner):
      "the subnet of \(owner.shortName), \(subnet.parent?.name ?? "")/\(subnet.name), is not in the snapshot"
    case .ambiguousAddress(let address, let owners):
      "\(address) is used in several networks: \(owners.map(\.shortName).joined(separator: ", "))"
    case .sourceOutsideEstate(let text): "\(text) is in no network of the snapshot, so its way there is unknown"
    case .nameWithoutAddress(let name): "a connection can't start at the DNS name \(name)"
    case .noGateway: "the snapshot holds no gateway to on-premises"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .notAnEndpoint: "Name a virtual machine, NIC, subnet, private endpoint, address, `internet` or `onpremises`."
    case .machineWithoutInterface, .interfaceWithoutAddress: "Collect it: az network nic list -o json"
    case .subnetMissing: "Collect it: az network vnet list -o json"
    case .ambiguousAddress: "Name the resource instead of its address."
    case .sourceOutsideEstate: "Name a source in the snapshot, or `onpremises`."
    case .nameWithoutAddress: "Name the source by its resource or its address."
    case .noGateway: "Collect it: az network vnet-gateway list -g <group> -o json"
    }
  }
}
