/// The addresses from a lowest to a highest, both included. Never empty.
@frozen public struct AddressRange<Address: InternetAddress>: Sendable {
  /// The lowest address.
  public let lower: Address

  /// The highest address.
  public let upper: Address

  /// The range between two addresses, or nil where `upper` lies before `lower`.
  @inlinable public init?(lower: Address, upper: Address) {
    guard lower <= upper else { return nil }
    self.init(unchecked: lower, upper)
  }

  /// Reads `10.0.0.1-10.0.0.9`, a prefix or an address, without spaces.
  ///
  /// - Throws: `AddressParseError`.
  @inlinable public init(_ text: some StringProtocol) throws(AddressParseError) {
    let read = try AddressText(text, as: .range(Address.family))
    self.init(
      unchecked: Address(bits: Address.Bits(truncatingIfNeeded: read.lower)),
      Address(bits: Address.Bits(truncatingIfNeeded: read.upper)))
  }

  @inlinable init(unchecked lower: Address, _ upper: Address) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether the address lies in the range.
  @inlinable public func contains(_ address: Address) -> Bool {
    // One comparison: below the lower end the difference wraps round to a large number.
    address.bits &- lower.bits <= upper.bits &- lower.bits
  }

  /// The fewest prefixes that make up the range, in order.
  ///
  /// - Complexity: O(prefixes), of which there are fewer than twice the width of an address.
  @inlinable public var prefixes: [Prefix<Address>] {
    var prefixes: [Prefix<Address>] = []
    appendPrefixes(to: &prefixes)
    return prefixes
  }

  @inlinable func appendPrefixes(to prefixes: inout [Prefix<Address>]) {
    var next = lower
    while true {
      let prefix = largestPrefix(from: next)
      prefixes.append(prefix)
      guard prefix.last != upper, let following = prefix.last.successor else { return }
      next = following
    }
  }

  /// The shortest prefix that starts at an address of the range and doesn't pass its end.
  @inlinable func largestPrefix(from start: Address) -> Prefix<Address> {
    // The count of addresses wraps round to zero for the whole space.
    let count = upper.bits &- start.bits &+ 1
    let fitting = count == 0 ? Address.bitWidth : Address.bitWidth - 1 - count.leadingZeroBitCount
    let free = min(fitting, start.bits.trailingZeroBitCount)
    return Prefix(start, length: UInt8(truncatingIfNeeded: Address.bitWidth - free))
  }
}

extension AddressRange: Hashable {
  @inlinable public static func == (left: AddressRange, right: AddressRange) -> Bool {
    left.lower.bits == right.lower.bits && left.upper.bits == right.upper.bits
  }

  @inlinable public func hash(into hasher: inout Hasher) {
    hasher.combine(lower.bits)
    hasher.combine(upper.bits)
  }
}

extension AddressRange: CustomStringConvertible {
  /// The prefix or the address where the range is one, else both ends with a dash: a text that reads back the same.
  public var description: String {
    if lower == upper { return lower.description }
    let prefix = largestPrefix(from: lower)
    return prefix.last == upper ? prefix.description : "\(lower)-\(upper)"
  }
}
