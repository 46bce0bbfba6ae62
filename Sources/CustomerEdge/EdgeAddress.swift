public import IPAddressing

/// An interface's address with its network's length, as `172.16.0.1/30`.
public struct EdgeAddress: Sendable, Hashable, CustomStringConvertible {
  public let address: IPAddress
  /// The network that the address is in.
  public let network: IPPrefix

  /// Reads `172.16.0.1/30`; nil for anything else.
  init?(_ text: some StringProtocol) {
    guard let slash = text.firstIndex(of: "/"), let address = try? IPAddress(text[..<slash]),
      let network = try? IPPrefix(text, hostBits: .masked)
    else { return nil }
    self.address = address
    self.network = network
  }

  /// Reads an address and a mask such as `255.255.255.252`; nil where the mask's ones aren't together.
  init?(_ address: some StringProtocol, mask: some StringProtocol) {
    guard case .v4(let bits)? = try? IPAddress(mask) else { return nil }
    let ones = (~bits.bits).leadingZeroBitCount
    guard bits.bits == (ones == 0 ? 0 : UInt32.max << (32 - ones)) else { return nil }
    self.init("\(address)/\(ones)")
  }

  public var description: String { "\(address)/\(network.length)" }
}
