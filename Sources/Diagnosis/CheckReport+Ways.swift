internal import AzureResources
internal import Estate
internal import Findings
internal import PathAnalysis

/// Whether both ways pass the same stateful devices: a device that sees only one of them drops the connection.
extension CheckReport {
  mutating func compare(_ forward: Journey, _ back: Journey?, _ declared: DeclaredBehaviour) {
    let there = forward.deepest
    guard there.isComplete, !checks.contains(where: { $0.code == .asymmetricReturn }) else { return }
    guard let back else {
      compareWithEndpoint(there, declared)
      return
    }
    // What comes out at the internet carries a translated address: its answers find back to who translated it.
    guard back.deepest.isComplete, !there.hops.dropFirst().contains(where: { $0.kind == .internet }) else { return }
    let (onlyThere, onlyBack) = differences(there, back.deepest, declared)
    guard !onlyThere.isEmpty || !onlyBack.isEmpty else {
      if let first = there.statefulDevices.first {
        add(Check(.asymmetricReturn, .pass, "both ways pass the same devices", first))
      }
      return
    }
    // Where only requests pass it, a device has nothing to drop without TCP's handshake.
    guard packet.transport == .tcp || !onlyBack.isEmpty else {
      let names = onlyThere.map { String($0.resource?.name ?? "") }.joined(separator: ", ")
      add(
        Check(
          .asymmetricReturn, .warning, "only requests pass \(names): it sees no answer of any flow",
          onlyThere.first?.resource))
      return
    }
    for device in (onlyThere + onlyBack).compactMap(\.resource) where device.kind == .networkInterface {
      assume(
        Assumption(
          .applianceKeepsState, device,
          "\(name(device)) keeps state, and drops packets of connections that it saw only half of;"
            + " --assume stateless=\(name(device)) if not"))
    }
    let finder = CauseFinder(estate: estate, packet: there.packet, hops: there.hops)
    fail(finder.asymmetric(Asymmetry(there: there, back: back.deepest, onlyThere: onlyThere, onlyBack: onlyBack)))
  }

  /// The stations with a stateful device that only one of the ways passes.
  private func differences(
    _ there: Trace, _ back: Trace, _ declared: DeclaredBehaviour
  ) -> (onlyThere: [Hop], onlyBack: [Hop]) {
    let (first, second) = (devices(there, declared), devices(back, declared))
    let (firstNames, secondNames) = (Set(first.map(\.device)), Set(second.map(\.device)))
    return (
      first.filter { !secondNames.contains($0.device) }.map(\.hop),
      second.filter { !firstNames.contains($0.device) }.map(\.hop)
    )
  }

  /// The stateful devices of a path with their stations; an appliance's NICs are one device. Azure's own routing
  /// appliance only routes (routing semantics B-106).
  private func devices(_ trace: Trace, _ declared: DeclaredBehaviour) -> [(device: ResourceID, hop: Hop)] {
    trace.hops.compactMap { hop in
      guard hop.kind == .appliance || hop.kind == .firewall, let resource = hop.resource,
        resource.kind != .virtualNetworkAppliance
      else { return nil }
      let device = machine(resource) ?? resource
      guard !declared.stateless.contains(device), !declared.stateless.contains(resource) else { return nil }
      return (device, hop)
    }
  }

  private func machine(_ interface: ResourceID) -> ResourceID? {
    estate.networkInterfaceIndex(interface).flatMap { estate.virtualMachine(ofInterface: $0) }
      .map { estate.virtualMachines[$0].id }
  }

  private func name(_ device: ResourceID) -> String { String((machine(device) ?? device).name) }

  /// A private endpoint answers its asker directly: user routes of its subnet don't apply to it (B.8, B-050). Where the
  /// asker's network is its own or a direct peer, an appliance on the way there never sees the answer; elsewhere the
  /// answer goes back as the request came (faults, D15).
  private mutating func compareWithEndpoint(_ forward: Trace, _ declared: DeclaredBehaviour) {
    guard forward.hops.last?.kind == .privateEndpoint, let device = forward.statefulDevices.first,
      !forward.translations.contains(where: { $0.before.source != $0.after.source })
    else { return }
    guard isBesideEndpoint(forward), let stateful = devices(forward, declared).first else {
      add(
        Check(
          .asymmetricReturn, .warning,
          "the private endpoint answers the asker directly, past \(device.name), unless \(device.name) translates the"
            + " source to its own address", device))
      return
    }
    if stateful.hop.resource?.kind == .networkInterface {
      assume(
        Assumption(
          .applianceKeepsState, stateful.device,
          "\(name(stateful.device)) keeps state, and drops packets of connections that it saw only half of;"
            + " --assume stateless=\(name(stateful.device)) if not"))
    }
    let finder = CauseFinder(estate: estate, packet: forward.packet, hops: forward.hops)
    fail(finder.answeredDirectly(forward, past: String(name(stateful.device))))
  }

  /// Whether the asker's network is the endpoint's or is peered with it directly.
  private func isBesideEndpoint(_ forward: Trace) -> Bool {
    guard let asker = forward.hops.first?.subnet?.parent, let endpoint = forward.hops.last?.resource,
      let index = estate.privateEndpoints.firstIndex(where: { $0.id == endpoint }),
      let network = estate.virtualNetworkIndex(estate.privateEndpoints[index].subnet?.parent),
      let own = estate.virtualNetworkIndex(asker)
    else { return false }
    return own == network || estate.peers(ofNetwork: network).contains { $0.remote == own }
  }
}
