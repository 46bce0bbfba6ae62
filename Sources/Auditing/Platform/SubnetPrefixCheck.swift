internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Subnets outside their network's address space, or over each other.
struct SubnetPrefixCheck: AuditCheck {
  static let code = CheckCode.subnetPrefixInvalid

  /// One prefix of a subnet.
  private struct Place {
    let prefix: IPPrefix
    let subnet: ResourceID
  }

  static func findings(in audited: AuditedEstate) -> [Finding] {
    var findings: [Finding] = []
    for network in audited.estate.virtualNetworks where !network.addressPrefixes.isEmpty {
      let space = IPAddressSet(prefixes: network.addressPrefixes)
      var places: [Place] = []
      for subnet in network.subnets {
        places += subnet.addressPrefixes.map { Place(prefix: $0, subnet: subnet.id) }
      }
      for place in places where !space.contains(place.prefix) {
        findings.append(
          finding(
            "subnet \(place.subnet.name) (\(place.prefix)) is outside the address space of \(network.id.name)", place,
            audited))
      }
      places.sort { $0.prefix < $1.prefix }
      for (left, right) in zip(places, places.dropFirst())
      where left.subnet != right.subnet && left.prefix.overlaps(right.prefix) {
        findings.append(
          finding(
            "subnets \(left.subnet.name) (\(left.prefix)) and \(right.subnet.name) (\(right.prefix)) of"
              + " \(network.id.name) overlap", right, audited))
      }
    }
    return findings
  }

  private static func finding(_ summary: String, _ place: Place, _ audited: AuditedEstate) -> Finding {
    Finding(
      code, .error, summary, place.subnet, [audited.property(place.subnet, "addressPrefix", "\(place.prefix)")],
      remedy: Remedy(
        "give the subnet a free prefix of the network",
        ["az network vnet subnet update --ids \(place.subnet) --address-prefixes <prefix>"]))
  }
}
