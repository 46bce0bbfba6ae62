internal import AzureResources
internal import Diagnosis
internal import Estate
internal import IPAddressing

/// Subnets outside their network's address space, or over each other.
struct SubnetPrefixCheck: AuditCheck {
  static let code = CheckCode.subnetPrefixInvalid

  static func findings(in audited: AuditedEstate) -> [Finding] {
    audited.estate.virtualNetworks.flatMap { network -> [Finding] in
      guard !network.addressPrefixes.isEmpty else { return [] }
      let space = IPAddressSet(prefixes: network.addressPrefixes)
      let all = network.subnets.flatMap { subnet in subnet.addressPrefixes.map { ($0, subnet.id) } }
      let outside = all.filter { !space.contains($0.0) }.map { prefix, id in
        finding("subnet \(id.name) (\(prefix)) is outside the address space of \(network.id.name)", id, prefix, audited)
      }
      let ordered = all.sorted { $0.0 < $1.0 }
      let overlapping = zip(ordered, ordered.dropFirst()).filter { $0.1 != $1.1 && $0.0.overlaps($1.0) }.map {
        left, right in
        finding(
          "subnets \(left.1.name) (\(left.0)) and \(right.1.name) (\(right.0)) of \(network.id.name) overlap", right.1,
          right.0, audited)
      }
      return outside + overlapping
    }
  }

  private static func finding(
    _ summary: String, _ id: ResourceID, _ prefix: IPPrefix, _ audited: AuditedEstate
  ) -> Finding {
    Finding(
      code, .error, summary, id, [audited.property(id, "addressPrefix", "\(prefix)")],
      remedy: Remedy(
        "give the subnet a free prefix of the network",
        ["az network vnet subnet update --ids \(id) --address-prefixes <prefix>"]))
  }
}
