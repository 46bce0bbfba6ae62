internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// One address with two owners in a network.
struct AddressUseCheck: AuditCheck {
  static let code = CheckCode.addressUsedTwice

  private struct Place: Hashable {
    let network: Int
    let address: IPAddress
  }

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    var owners: [Place: ResourceID] = [:]
    var findings: [Finding] = []
    func claim(_ configuration: IPConfiguration, _ id: ResourceID) {
      guard let address = configuration.privateIPAddress, let subnet = estate.subnetIndex(configuration.subnet) else {
        return
      }
      let place = Place(network: audited.network(ofSubnet: subnet), address: address)
      guard let other = owners.updateValue(id, forKey: place), other != id else { return }
      findings.append(
        Finding(
          code, .error,
          "\(other.name) and \(id.name) both have \(address) in \(estate.virtualNetworks[place.network].id.name)", id,
          [other, id].map { audited.property($0, "privateIPAddress", "\(address)") },
          remedy: Remedy("give one of them another address, or collect the snapshot again")))
    }
    for interface in estate.networkInterfaces {
      for configuration in interface.ipConfigurations { claim(configuration, interface.id) }
    }
    for balancer in estate.loadBalancers {
      // Several front ends of one load balancer may share an address, those of two may not.
      for frontend in balancer.frontends { claim(frontend, balancer.id) }
    }
    for firewall in estate.azureFirewalls {
      for configuration in firewall.ipConfigurations { claim(configuration, firewall.id) }
    }
    return findings
  }
}
