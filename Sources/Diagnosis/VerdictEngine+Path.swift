internal import AzureResources
internal import Estate
internal import Filtering
internal import IPAddressing
internal import PathAnalysis
internal import Routing

/// Follows a packet from station to station as `Tracer` does.
extension VerdictEngine {
  /// Stations after which a path is left to a diagnosis.
  private static let stationLimit = 32

  mutating func follow(_ packet: VerdictPacket, _ path: inout VerdictPath, answering: Bool) -> VerdictPath.End {
    if path.sender >= 0 {
      switch filter(packet, .outbound, at: path.sender, &path, answering) {
      case .allow: break
      case .deny: return .dropped
      default: return .unusual
      }
    }
    for _ in 0..<Self.stationLimit {
      let network = Int(networkOfSubnet[path.subnet])
      // First the step: a call's own arguments must not change what it is called on.
      let next = step(from: path.subnet, to: packet.destination)
      switch way(next, &path) {
      case .drop: return .dropped
      case .unusual, .spread: return .unusual
      case .internet: return IPv4Address(bits: packet.destination).isPrivate ? .dropped : .unusual
      case .deliver(let network): return arrive(packet, in: network, &path, answering)
      case .cross(let link):
        guard passes(link, packet, from: network, isForwarded: path.isForwarded) else { return .dropped }
        return arrive(packet, in: link.remote, &path, answering)
      case .appliance(let appliance, let link):
        if let link, !passes(link, packet, from: network, isForwarded: path.isForwarded) { return .dropped }
        if let end = forward(packet, through: appliance, &path, answering) { return end }
      case .firewall(let firewall, let link):
        if let link, !passes(link, packet, from: network, isForwarded: path.isForwarded) { return .dropped }
        if let end = pass(packet, firewall: firewall, &path, answering) { return end }
      case .gateway(let gateway):
        if let end = leave(packet, by: gateway, &path) { return end }
      }
    }
    return .unusual
  }

  /// Of several ways the one to take.
  private func way(_ step: VerdictStep, _ path: inout VerdictPath) -> VerdictStep {
    guard case .spread(let first, let count) = step else { return step }
    return knownSteps[Int(first) + path.choose(among: Int(count))]
  }

  /// `Tracer.pass`: a forwarded packet comes from an appliance, and from outside the network.
  private func passes(
    _ link: VerdictLink, _ packet: VerdictPacket, from network: Int, isForwarded: Bool
  ) -> Bool {
    if link.denies { return false }
    guard link.deniesForwarded, isForwarded else { return true }
    let source = IPAddress.v4(IPv4Address(bits: packet.source))
    return estate.virtualNetworks[network].addressPrefixes.contains { $0.contains(source) }
  }

  private mutating func arrive(
    _ packet: VerdictPacket, in network: Int, _ path: inout VerdictPath, _ answering: Bool
  ) -> VerdictPath.End {
    let address = IPAddress.v4(IPv4Address(bits: packet.destination))
    let receiver: Int
    switch book.owner(of: address, inNetwork: network) {
    case .interface(let owner): receiver = owner
    case nil:
      guard path.isToAnyHost, let host = host(at: address, inNetwork: network) else { return .unusual }
      receiver = host
    default: return .unusual
    }
    guard facts(of: receiver).isPlain else { return .unusual }
    switch filter(packet, .inbound, at: receiver, &path, answering) {
    case .allow: return facts(of: receiver).isStopped ? .dropped : .interface(receiver)
    case .deny: return .dropped
    default: return .unusual
    }
  }

  /// nil: the appliance's routes decide next.
  private mutating func forward(
    _ packet: VerdictPacket, through appliance: VerdictAppliance, _ path: inout VerdictPath, _ answering: Bool
  ) -> VerdictPath.End? {
    guard path.visit(appliance.station) else { return .dropped }
    guard let index = interface(of: appliance, packet, &path, answering) else { return .unusual }
    let interface = facts(of: index)
    guard interface.isPlain, interface.address != packet.destination else { return .unusual }
    path.subnet = Int(interface.subnet)
    switch filter(packet, .inbound, at: index, &path, answering) {
    case .allow: break
    case .deny: return .dropped
    default: return .unusual
    }
    if interface.isStopped || !interface.forwards { return .dropped }
    switch filter(packet, .outbound, at: index, &path, answering) {
    case .allow: break
    case .deny: return .dropped
    default: return .unusual
    }
    path.devices.append(interface.device)
    path.isForwarded = true
    return nil
  }

  /// The NIC that forwards; nil where a diagnosis has to tell.
  private mutating func interface(
    of appliance: VerdictAppliance, _ packet: VerdictPacket, _ path: inout VerdictPath, _ answering: Bool
  ) -> Int? {
    switch appliance.interface {
    case .one(let interface): return interface
    case .backends(let first, let count):
      let ways = Int(first)..<Int(first + count)
      // A balancer doesn't hand a packet back to its sender.
      for way in ways {
        let backend = facts(of: Int(backends[way]))
        guard backend.isPlain, backend.address != packet.source else { return nil }
      }
      let chosen: Int
      if ways.count == 1 {
        chosen = Int(backends[ways.lowerBound])
      } else if answering, let same = there.interface(behind: appliance.station),
        backends[ways].contains(Int32(same))
      {
        // Both directions of a flow that pass one front end reach the same one (E-021).
        chosen = same
      } else {
        chosen = Int(backends[ways.lowerBound + path.choose(among: ways.count)])
      }
      path.hand(from: appliance.station, to: chosen)
      return chosen
    }
  }

  /// nil: the firewall lets the packet pass as it is, and its subnet's routes decide next.
  private mutating func pass(
    _ packet: VerdictPacket, firewall: Int, _ path: inout VerdictPath, _ answering: Bool
  ) -> VerdictPath.End? {
    let station = Self.station(ofFirewall: firewall)
    guard path.visit(station) else { return .dropped }
    let configurations = estate.azureFirewalls[firewall].ipConfigurations
    guard let subnet = estate.subnetIndex(configurations.lazy.compactMap(\.subnet).first) else { return .unusual }
    path.subnet = subnet
    path.devices.append(station)
    path.isForwarded = true
    // The answer to what passed needs no rule.
    if answering, there.devices.contains(station) { return nil }
    let whole = Packet(
      source: .v4(IPv4Address(bits: packet.source)), sourcePort: packet.sourcePort,
      destination: .v4(IPv4Address(bits: packet.destination)), port: packet.port,
      transport: packet.isTCP ? .tcp : .udp)
    return switch tracer.passesUnchanged(whole, firewall: firewall) {
    case true?: nil
    case false?: .dropped
    case nil: .unusual
    }
  }

  /// nil: the packet comes out of another gateway, whose subnet's routes decide next.
  private mutating func leave(
    _ packet: VerdictPacket, by gateway: Int, _ path: inout VerdictPath
  ) -> VerdictPath.End? {
    guard !unsupportedGateways.contains(gateway) else { return .unusual }
    guard path.visit(Self.station(ofGateway: gateway)) else { return .dropped }
    let address = IPAddress.v4(IPv4Address(bits: packet.destination))
    guard let way = gatewayWays.way(through: gateway, to: address) else { return .unusual }
    guard way.isUp else { return .dropped }
    guard let other = way.other else { return .onPremises(gateway: gateway) }
    guard let subnet = estate.subnetIndex(gatewaySubnet(other)), !unsupportedGateways.contains(other) else {
      return .unusual
    }
    _ = path.visit(Self.station(ofGateway: other))
    path.subnet = subnet
    path.isForwarded = false
    return nil
  }

  /// Stations are numbers: NICs from 0 up, front ends, gateways and firewalls below. No machine or NIC is a device of a
  /// firewall's number.
  static func station(ofFirewall firewall: Int) -> Int32 { Int32.min + 1 + Int32(firewall) }
  static func station(ofGateway gateway: Int) -> Int32 { Int32(-2 - 2 * gateway) }
  static func station(ofBalancer balancer: Int, frontend: Int) -> Int32? {
    // 64 front ends of a balancer each; beyond that a diagnosis knows.
    frontend < 64 ? Int32(exactly: -3 - 2 * (balancer * 64 + frontend)) : nil
  }

  /// What the filters of a NIC and its subnet do: `allow` too where nothing filters.
  private mutating func filter(
    _ packet: VerdictPacket, _ direction: TrafficDirection, at interface: Int, _ path: inout VerdictPath,
    _ answering: Bool
  ) -> FilterDecision {
    if answering, there.filtered.contains(Int32(truncatingIfNeeded: interface)) { return .allow }
    if !answering { path.filtered.append(Int32(truncatingIfNeeded: interface)) }
    let site = site(of: interface, direction)
    let decision = filters.decide(
      FilterPacket(
        packet.isTCP ? .tcp : .udp, from: packet.source, port: packet.sourcePort, to: packet.destination,
        port: packet.port), at: site)
    return decision == .noFilters ? .allow : decision
  }

  /// The host that stands for all in a network's subnet; nil where no subnet has the address.
  private mutating func host(at address: IPAddress, inNetwork network: Int) -> Int? {
    let subnet = estate.virtualNetworks[network].subnets.first { $0.addressPrefixes.contains { $0.contains(address) } }
    return subnet.flatMap { estate.subnetIndex($0.id) }.flatMap { host(inSubnet: $0) }
  }

  private mutating func site(of interface: Int, _ direction: TrafficDirection) -> Int {
    let known = direction == .inbound ? facts(of: interface).inbound : facts(of: interface).outbound
    if known >= 0 { return Int(known) }
    let isHost = interface >= interfaceCount
    let place = isHost ? FilterPlace.subnet(Int(facts(of: interface).subnet)) : .interface(interface)
    let site = filters.site(at: place, direction)
    if direction == .inbound {
      interfaces[interface].inbound = Int32(site)
    } else {
      interfaces[interface].outbound = Int32(site)
    }
    return site
  }
}
