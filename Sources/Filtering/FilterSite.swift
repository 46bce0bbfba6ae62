internal import AzureFacts
internal import AzureResources
internal import Estate

/// What filters a place: the groups attached around it, and why some of them don't count.
struct FilterSite {
  /// The subnet; nil where the snapshot lacks it.
  let subnet: Int?
  /// The subnet's group and the NIC's, with what each is attached to, in the order of inbound traffic (routing
  /// semantics D-001).
  let attached: [(group: ResourceID, place: ResourceID)]
  /// The application security groups on the place's own side.
  let memberships: Set<ResourceID>
  /// The subnet that the snapshot lacks, and that may have a group.
  let missing: ResourceID?
  /// Why groups don't count here in a direction.
  let exemption: FilterExemption?
  let isPrivateEndpoint: Bool

  init(_ place: FilterPlace, _ direction: TrafficDirection, _ estate: Estate) {
    switch place {
    case .interface(let index):
      let interface = estate.networkInterfaces[index]
      let memberships = Set(interface.ipConfigurations.flatMap(\.applicationSecurityGroups))
      let subnet = estate.subnet(ofInterface: index)
      self.init(
        subnet, of: interface.subnet ?? interface.id, own: interface.networkSecurityGroup.map { ($0, interface.id) },
        memberships, isPrivateEndpoint: interface.privateEndpoint != nil, direction, estate)
    case .subnet(let index):
      self.init(
        index, of: estate.subnet(index).id, own: nil, [], isPrivateEndpoint: false, direction, estate)
    case .privateEndpoint(let index):
      let endpoint = estate.privateEndpoints[index]
      self.init(
        estate.subnetIndex(endpoint.subnet), of: endpoint.subnet ?? endpoint.id, own: nil,
        Set(endpoint.applicationSecurityGroups), isPrivateEndpoint: true, direction, estate)
    }
  }

  private init(
    _ subnet: Int?, of named: ResourceID, own: (ResourceID, ResourceID)?, _ memberships: Set<ResourceID>,
    isPrivateEndpoint: Bool, _ direction: TrafficDirection, _ estate: Estate
  ) {
    let resource = subnet.map { estate.subnet($0) }
    self.subnet = subnet
    self.memberships = memberships
    self.isPrivateEndpoint = isPrivateEndpoint
    let around = resource.flatMap { subnet in subnet.networkSecurityGroup.map { ($0, subnet.id) } }
    if isPrivateEndpoint, direction == .outbound {
      exemption = .outboundFromEndpoint
    } else if isPrivateEndpoint, resource?.privateEndpointNetworkPolicies.appliesToGroups == false {
      exemption = .endpointPolicies
    } else if let resource, ManagedSubnet.named(resource.id.name)?.appliesGroups == false {
      exemption = .managedSubnet
    } else {
      exemption = nil
    }
    attached = exemption == nil ? [around, own].compactMap { $0 } : []
    missing = resource == nil && exemption == nil ? named : nil
  }
}
