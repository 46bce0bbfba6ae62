internal import AzureResources
internal import Estate
internal import IPAddressing

extension ResourceDescriber {
  func machine(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let index = estate.virtualMachineIndex(id) else { return }
    let machine = estate.virtualMachines[index]
    facts.add("powerState", machine.powerState?.rawValue)
    let interfaces = estate.networkInterfaces(ofMachine: index)
    facts.add("networkInterfaces", list: interfaces.enumerated()) { entry, facts in
      let interface = estate.networkInterfaces[entry.element]
      facts.add("id", interface.id)
      facts.add("primary", interfaces.count == 1 || isPrimary(interface, of: machine, at: entry.offset))
      facts.add("privateIPAddresses", interface.ipConfigurations.compactMap(\.privateIPAddress))
      facts.add("publicIPAddresses", texts: publicAddresses(interface))
      facts.add("subnet", interface.subnet)
    }
    let absent = machine.networkInterfaces.filter { estate.networkInterfaceIndex($0) == nil }
    if !absent.isEmpty { facts.add("networkInterfacesNotInSnapshot", absent) }
  }

  func interface(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let index = estate.networkInterfaceIndex(id) else { return }
    let interface = estate.networkInterfaces[index]
    let machine = estate.virtualMachine(ofInterface: index)
    facts.add("virtualMachine", machine.map { estate.virtualMachines[$0].id } ?? interface.virtualMachine)
    if let machine { facts.add("powerState", estate.virtualMachines[machine].powerState?.rawValue) }
    if let endpoint = interface.privateEndpoint { facts.add("privateEndpoint", endpoint) }
    facts.add("subnet", interface.subnet)
    if let subnet = estate.subnet(ofInterface: index).map({ estate.subnet($0) }) {
      facts.add("subnetAddressPrefixes", subnet.addressPrefixes)
      facts.add("routeTable", subnet.routeTable)
      facts.add("subnetNetworkSecurityGroup", subnet.networkSecurityGroup)
    }
    facts.add("networkSecurityGroup", interface.networkSecurityGroup)
    facts.add("enableIPForwarding", interface.enableIPForwarding)
    facts.add("ipConfigurations", list: interface.ipConfigurations) { configuration, facts in
      facts.add("name", String(configuration.id.name))
      facts.add("privateIPAddress", configuration.privateIPAddress?.description)
      facts.add("primary", configuration.primary || interface.ipConfigurations.count == 1)
      facts.add("publicIPAddress", configuration.publicIPAddress)
      facts.add("publicAddress", publicAddress(configuration))
      facts.add("loadBalancerBackendAddressPools", configuration.loadBalancerBackendAddressPools)
      facts.add("applicationSecurityGroups", configuration.applicationSecurityGroups)
    }
  }

  func publicAddresses(_ interface: NetworkInterface) -> [String] {
    interface.ipConfigurations.compactMap { publicAddress($0) }
  }

  func publicAddress(_ configuration: IPConfiguration) -> String? {
    estate.publicIPAddressIndex(configuration.publicIPAddress)
      .flatMap { estate.publicIPAddresses[$0].ipAddress?.description }
  }

  private func isPrimary(_ interface: NetworkInterface, of machine: VirtualMachine, at position: Int) -> Bool {
    guard let primary = machine.primaryNetworkInterface else { return interface.primary ?? (position == 0) }
    return primary == interface.id
  }
}
