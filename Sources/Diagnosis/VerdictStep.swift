/// What a route leads to, whoever the packet is for.
enum VerdictStep {
  case drop
  /// Delivery in a network.
  case deliver(network: Int)
  /// Delivery behind a peering.
  case cross(VerdictLink)
  /// An appliance, which may be behind a peering.
  case appliance(VerdictAppliance, link: VerdictLink?)
  /// Several equally good next hops, as places in `VerdictEngine.knownSteps`; those first that can't handle a packet.
  case spread(first: Int32, count: Int32)
  /// An Azure Firewall, by its index.
  case firewall(Int, link: VerdictLink?)
  case gateway(Int)
  /// The internet, which private addresses don't reach.
  case internet
  /// What a diagnosis has to judge.
  case unusual
}

/// A peering between whole networks, both sides taken together.
struct VerdictLink {
  let remote: Int
  /// Whether one of the sides denies access.
  let denies: Bool
  /// Whether the other side doesn't take what an appliance forwards.
  let deniesForwarded: Bool
}

/// A NIC that is a next hop, or NICs behind one.
struct VerdictAppliance {
  /// The NIC, or the NICs among which a front end spreads packets, as places in `VerdictEngine.backends`.
  enum Interface {
    case one(Int)
    case backends(first: Int32, count: Int32)
  }

  let interface: Interface
  /// What may not come twice on a path: the NIC, or the front end before it.
  let station: Int32
}

/// What the snapshot lacks of a route table.
enum VerdictTableGap {
  case none
  /// Learned routes: only a route that leads on is good.
  case learned
  /// The table itself, or the addresses of a service tag.
  case routes
}
