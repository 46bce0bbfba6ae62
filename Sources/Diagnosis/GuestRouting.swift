internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import PathAnalysis

/// Which of its NICs a guest with several sends by.
///
/// Azure's DHCP gives the default gateway to the primary NIC alone: what isn't in the subnet of another NIC leaves by
/// the primary one, unless the guest has routes of its own (routing semantics E-004).
struct GuestRouting {
  let estate: Estate
  let book: AddressBook

  /// The NIC by which a machine reaches an address: the one whose subnet holds it, else the primary one. nil where the
  /// machine has no choice.
  ///
  /// - Complexity: O(NICs of the machine).
  func interface(ofMachine machine: Int, towards address: IPAddress) -> Int? {
    let interfaces = estate.networkInterfaces(ofMachine: machine)
    guard interfaces.count > 1 else { return nil }
    return interfaces.first { link(of: $0)?.contains(address) == true } ?? interfaces.first
  }

  /// What is wrong where one end is a secondary NIC and the other end is outside its subnet; nil where the guest sends
  /// as the path does.
  ///
  /// - Parameters:
  ///   - subnet: Where the end's NIC is, as an index of `Estate.subnets`.
  ///   - local: The end's own address.
  ///   - remote: The address that it sends to, as it knows it.
  func deviation(
    inSubnet subnet: Int, _ local: IPAddress, towards remote: IPAddress, _ direction: CheckReport.Direction
  ) -> (check: Check, assumption: Assumption)? {
    guard case .interface(let interface) = book.owner(of: local, inNetwork: estate.subnets[subnet].network),
      let machine = estate.virtualMachine(ofInterface: interface), let primary = primary(of: machine),
      primary != interface, let own = link(of: interface), !own.contains(remote)
    else { return nil }
    let (secondary, first) = (estate.networkInterfaces[interface], estate.networkInterfaces[primary])
    let name = estate.virtualMachines[machine].id.name
    let what = direction == .there ? "packets" : "answers"
    // Azure's filter at the NIC lets only its own addresses out, unless it forwards (E-001).
    let fate = first.enableIPForwarding ? "" : ", where Azure drops what carries \(local)"
    let check = Check(
      .secondaryInterface, .warning,
      "\(secondary.id.name) is not the primary NIC of \(name), and \(remote) is outside its subnet: the guest sends"
        + " \(what) by \(first.id.name)\(fate), unless the guest has routes of its own",
      secondary.id,
      [
        .property(
          secondary.id, name: "primary", value: "\(secondary.primary ?? false)",
          source: estate.record(secondary.id)?.source)
      ],
      remedy: Remedy(
        "use the address of the primary NIC, or give the guest a route by source, on Linux by these commands",
        commands(own, local)))
    let assumption = Assumption(
      .guestRoutes, secondary.id, "the guest of \(name) sends what carries \(local) by \(secondary.id.name)")
    return (check, assumption)
  }

  /// Policy routing in a Linux guest. The subnet's first address is its gateway.
  private func commands(_ link: IPPrefix, _ local: IPAddress) -> [String] {
    guard case .v4(let prefix) = link else { return [] }
    let gateway = IPv4Address(bits: prefix.address.bits &+ 1)
    return ["ip route add default via \(gateway) table 200", "ip rule add from \(local) table 200"]
  }

  /// The primary NIC; nil where the snapshot doesn't say which it is.
  private func primary(of machine: Int) -> Int? {
    guard let first = estate.networkInterfaces(ofMachine: machine).first else { return nil }
    let resource = estate.networkInterfaces[first]
    return resource.primary == true || estate.virtualMachines[machine].primaryNetworkInterface == resource.id
      ? first : nil
  }

  /// The prefix that the guest knows as directly connected.
  private func link(of interface: Int) -> IPPrefix? {
    guard let subnet = estate.subnet(ofInterface: interface),
      let address = estate.networkInterfaces[interface].privateIPAddress
    else { return nil }
    return estate.subnet(subnet).addressPrefixes.first { $0.contains(address) }
  }
}
