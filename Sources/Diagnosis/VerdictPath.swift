/// One way of a connection, as far as a verdict needs it.
struct VerdictPath {
  /// How it ends.
  enum End {
    /// At a NIC.
    case interface(Int)
    /// Beyond a gateway, as an index of `Estate.virtualNetworkGateways`.
    case onPremises(gateway: Int)
    case dropped
    /// It meets something that a diagnosis has to judge.
    case unusual
  }

  /// The NIC, or the host of a subnet, that sends; -1 on-premises.
  private(set) var sender = -1
  /// Whether the receiver is any host of a subnet.
  private(set) var isToAnyHost = false
  /// The subnet whose routes decide next.
  var subnet = 0
  /// Stations that may not come twice.
  var visited: [Int32] = []
  /// NICs whose filters know the connection from now on.
  var filtered: [Int32] = []
  /// Devices that forwarded.
  var devices: [Int32] = []
  /// Front ends with the NICs that they handed the packet to.
  private var handed: [(station: Int32, interface: Int32)] = []
  /// Whether the last station, peerings aside, was an appliance.
  var isForwarded = false
  /// Where flows are spread over several ways: how many there are, and which one the path took.
  private(set) var forks: [(count: Int, taken: Int)] = []
  /// The way to take at each fork, in order; the first one where the list ends.
  private var choices: [Int] = []

  /// Starts anew.
  mutating func begin(sender: Int, subnet: Int, toAnyHost: Bool, choosing choices: [Int]) {
    self.sender = sender
    isToAnyHost = toAnyHost
    self.subnet = subnet
    visited.removeAll(keepingCapacity: true)
    filtered.removeAll(keepingCapacity: true)
    devices.removeAll(keepingCapacity: true)
    handed.removeAll(keepingCapacity: true)
    isForwarded = false
    forks.removeAll(keepingCapacity: true)
    self.choices = choices
  }

  /// Takes one of several ways, as `Tracer.Walk.choice(among:)` does.
  mutating func choose(among count: Int) -> Int {
    let next = forks.count
    let taken = next < choices.count && choices[next] < count ? choices[next] : 0
    forks.append((count, taken))
    return taken
  }

  /// Notes the NIC that a front end handed the packet to.
  mutating func hand(from station: Int32, to interface: Int) { handed.append((station, Int32(interface))) }

  /// The NIC that a front end handed the packet to; nil where the path doesn't pass it.
  func interface(behind station: Int32) -> Int? { handed.first { $0.station == station }.map { Int($0.interface) } }

  /// Notes a station. False: the path was there before.
  mutating func visit(_ station: Int32) -> Bool {
    guard !visited.contains(station) else { return false }
    visited.append(station)
    return true
  }
}
