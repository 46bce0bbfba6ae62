import IPAddressing
import TestSupport

/// Random addresses and prefixes of which many nest, touch or stand at an end of the space.
extension SplitMix64 {
  mutating func address<Address: InternetAddress>() -> Address {
    let corners: [Address.Bits] = [.min, .max, 10 << Address.Bits(Address.bitWidth - 8), .max / 3, ~(.max >> 1)]
    var bits = corners.randomElement(using: &self) ?? 0
    for _ in 0..<Int.random(in: 0...3, using: &self) {
      bits ^= 1 << Address.Bits(Int.random(in: 0..<Address.bitWidth, using: &self))
    }
    return Address(bits: bits)
  }

  mutating func prefix<Address: InternetAddress>() -> Prefix<Address> {
    let width = UInt8(Address.bitWidth)
    let length = ([0, 1, 8, width - 1, width] as [UInt8]).randomElement(using: &self) ?? 0
    return Prefix(address(), length: Bool.random(using: &self) ? length : UInt8.random(in: 0...width, using: &self))
  }

  mutating func entries<Address: InternetAddress>(
    _: Address.Type, atMost limit: Int
  ) -> [(prefix: Prefix<Address>, value: UInt32)] {
    (0..<Int.random(in: 0...limit, using: &self)).map { (prefix(), UInt32($0)) }
  }
}
