public import HybridConnectivity
public import IPAddressing

/// What the private peering carries, as far as it was observed.
public struct CircuitReach: Sendable, Hashable {
  /// Whether each path's session is up; absent where nobody knows.
  public let isUp: [DevicePath: Bool]
  /// The networks that on-premises announces on each path; absent where the route table is missing.
  public let announced: [DevicePath: [IPPrefix]]

  init(_ peering: PeeringSubject?) {
    var isUp: [DevicePath: Bool] = [:]
    var announced: [DevicePath: [IPPrefix]] = [:]
    for path in peering?.paths ?? [] {
      isUp[path.path] = path.isUp
      announced[path.path] = path.onPremises.map { $0.compactMap(\.network) }
    }
    self.isUp = isUp
    self.announced = announced
  }

  /// Whether on-premises announces a network with the address on a path; nil where nobody knows.
  public func announces(_ address: IPAddress, on path: DevicePath) -> Bool? {
    announced[path].map { networks in networks.contains { $0.contains(address) } }
  }
}
