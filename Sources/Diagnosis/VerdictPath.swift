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
  /// Whether the last station, peerings aside, was an appliance.
  var isForwarded = false

  /// Starts anew.
  mutating func begin(sender: Int, subnet: Int, toAnyHost: Bool) {
    self.sender = sender
    isToAnyHost = toAnyHost
    self.subnet = subnet
    visited.removeAll(keepingCapacity: true)
    filtered.removeAll(keepingCapacity: true)
    devices.removeAll(keepingCapacity: true)
    isForwarded = false
  }

  /// Notes a station. False: the path was there before.
  mutating func visit(_ station: Int32) -> Bool {
    guard !visited.contains(station) else { return false }
    visited.append(station)
    return true
  }
}
