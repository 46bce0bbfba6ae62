internal import AzureResources
internal import Estate
internal import IPAddressing

/// Translations of addresses under way: what a device changes on the way there it changes back on the way back.
extension Tracer {
  /// Puts an appliance's own address in the place of the source, where it was declared to do so.
  func translateSource(at interface: Int, _ walk: inout Walk) {
    let resource = estate.networkInterfaces[interface]
    guard walk.request == nil, translates(interface), let address = resource.privateIPAddress else { return }
    walk.translate(walk.packet.from(address), at: resource.id)
    walk.assume(
      .translatesSource, resource.id, "\(resource.id.name) puts its own address in the place of the source")
  }

  /// Whether an appliance was declared to translate the source, as a NIC or as its machine.
  func translates(_ interface: Int) -> Bool {
    isDeclared(interface, in: declared.translatingSource)
  }

  /// Whether a NIC, or its machine, is among declared appliances.
  func isDeclared(_ interface: Int, in declared: Set<ResourceID>) -> Bool {
    guard !declared.isEmpty else { return false }
    if declared.contains(estate.networkInterfaces[interface].id) { return true }
    return estate.virtualMachine(ofInterface: interface).map {
      declared.contains(estate.virtualMachines[$0].id)
    } ?? false
  }

  /// An answer that comes to the device which translated its request: it goes on to whom it is meant for (true), or
  /// ends there (false). nil where the device translated nothing of this connection.
  mutating func translateBack(at owner: AddressOwner, _ walk: inout Walk) -> Bool? {
    guard let request = walk.request, let device = id(of: owner),
      let translation = request.translations.last(where: {
        $0.device == device && $0.after.source == walk.packet.destination
          && $0.after.source != $0.before.source
      }), walk.visited.insert(owner).inserted
    else { return nil }
    switch owner {
    case .interface(let interface):
      let resource = estate.networkInterfaces[interface]
      guard goOn(.appliance, resource.id, resource.privateIPAddress, resource.subnet, &walk),
        !filtersStop(.inbound, atInterface: interface, &walk)
      else { return false }
      if let stopped = stopped(interface, &walk), walk.halt(stopped) { return false }
      walk.translate(translation.before.reversed, at: device)
      return !filtersStop(.outbound, atInterface: interface, &walk)
    case .firewall(let index):
      let firewall = estate.azureFirewalls[index]
      let subnet = firewall.ipConfigurations.lazy.compactMap(\.subnet).first
      guard goOn(.firewall, firewall.id, walk.packet.destination, subnet, &walk) else { return false }
      walk.translate(translation.before.reversed, at: device)
      return true
    default: return nil
    }
  }
}

extension Tracer.Walk {
  /// Makes the packet another one.
  mutating func translate(_ after: Packet, at device: ResourceID) {
    guard after != packet else { return }
    trace.translations.append(Translation(device: device, before: packet, after: after))
    packet = after
  }
}
