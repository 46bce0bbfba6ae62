/// An interface or VLAN sub-interface of a router.
public struct EdgeInterface: Sendable, Hashable {
  /// The router's own name for it, `GigabitEthernet0/0/0.200`.
  public let name: String
  public internal(set) var addresses: [EdgeAddress] = []
  /// The VLAN of its frames, with QinQ the inner one; nil where nothing says.
  public internal(set) var vlan: Int?
  /// With QinQ the outer VLAN.
  public internal(set) var outerVLAN: Int?
  /// Whether somebody shut it down; nil where nothing says.
  public internal(set) var isShutDown: Bool?
  /// Whether it is up; nil where nothing says.
  public internal(set) var isUp: Bool?

  /// The interface's own Ethernet address; nil where nothing says.
  public internal(set) var hardwareAddress: HardwareAddress?

  init(_ name: some StringProtocol) { self.name = String(name) }

  /// The VLAN, or where nothing says, the number behind the dot of the name, which is the VLAN by custom.
  public var likelyVLAN: Int? {
    if let vlan { return vlan }
    guard let dot = name.lastIndex(of: "."), let number = Int(name[name.index(after: dot)...]), 1...4094 ~= number
    else { return nil }
    return number
  }

  mutating func join(_ other: EdgeInterface) {
    for address in other.addresses where !addresses.contains(address) { addresses.append(address) }
    vlan = vlan ?? other.vlan
    outerVLAN = outerVLAN ?? other.outerVLAN
    isShutDown = isShutDown ?? other.isShutDown
    isUp = isUp ?? other.isUp
    hardwareAddress = hardwareAddress ?? other.hardwareAddress
  }
}
