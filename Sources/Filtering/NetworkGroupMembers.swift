internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument

/// The networks in a network manager's groups.
///
/// Members come by hand and by policy; ARM lists only the former as resources. An observation of
/// `listEffectiveVirtualNetworks` has all of them and counts before.
struct NetworkGroupMembers {
  private let estate: Estate
  /// nil for a group whose members the snapshot doesn't tell.
  private let members: [ResourceID: Set<ResourceID>?]

  init(_ estate: Estate) {
    self.estate = estate
    var members: [ResourceID: Set<ResourceID>?] = [:]
    for group in estate.networkGroups { members[group.id] = .some(group.members.map { Set($0) }) }
    for observation in estate.observations where observation.action == "listeffectivevirtualnetworks" {
      guard let group = observation.resource, (200..<300).contains(observation.status),
        let list = estate.text.value(at: observation.source)?["response"]?["value"]?.elements
      else { continue }
      members[group] = .some(Set(list.compactMap { $0["id"]?.text.flatMap { ResourceID($0) } }))
    }
    self.members = members
  }

  /// Whether a network is in one of the groups.
  func membership(of network: ResourceID, in groups: [ResourceID]) -> Match {
    groups.reduce(Match.no) { found, group in
      guard let known = members[group].flatMap({ $0 }) else {
        return found.or(.unknown("the members of network group \(group.name)"))
      }
      return found.or(Match(known.contains(network)))
    }
  }

  /// The addresses of the groups' members; nil where some can't be told.
  func addresses(of groups: [ResourceID]) -> IPAddressSet? {
    var found = IPAddressSet()
    for group in groups {
      guard let known = members[group].flatMap({ $0 }) else { return nil }
      for member in known {
        if let network = estate.virtualNetworkIndex(member) {
          found = found.union(IPAddressSet(prefixes: estate.virtualNetworks[network].addressPrefixes))
        } else if let subnet = estate.subnetIndex(member) {
          found = found.union(IPAddressSet(prefixes: estate.subnet(subnet).addressPrefixes))
        } else {
          return nil
        }
      }
    }
    return found
  }
}
