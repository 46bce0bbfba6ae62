import IPAddressing
import TestSupport

/// The whole address space cut into 98 pieces that a test can keep as booleans: 32 single addresses at each end and
/// 32 in the middle, and the two wide gaps between.
struct SpaceAtoms<Address: InternetAddress> {
  let atoms: [AddressRange<Address>]

  init() {
    let middle = Address.Bits.max / 2 - 15
    let gaps: [(Address.Bits, Address.Bits)] = [(32, middle - 1), (middle + 32, .max - 32)]
    let singles = (0..<32 as Range<Address.Bits>).flatMap {
      [($0, $0), (middle + $0, middle + $0), (.max - $0, .max - $0)]
    }
    atoms = (gaps + singles).sorted { $0.0 < $1.0 }.compactMap {
      AddressRange(lower: Address(bits: $0.0), upper: Address(bits: $0.1))
    }
  }

  /// Random ranges that start and end with atoms, and which atoms are in any of them.
  func random(using generator: inout SplitMix64) -> (ranges: [AddressRange<Address>], members: [Bool]) {
    var members = [Bool](repeating: false, count: atoms.count)
    var ranges: [AddressRange<Address>] = []
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let start = Int.random(in: 0..<atoms.count, using: &generator)
      let end = min(start + Int.random(in: 0...6, using: &generator), atoms.count - 1)
      for index in start...end { members[index] = true }
      if let range = AddressRange(lower: atoms[start].lower, upper: atoms[end].upper) { ranges.append(range) }
    }
    return (ranges, members)
  }

  /// The ranges a set of these atoms must have: one for each run.
  func ranges(of members: [Bool]) -> [AddressRange<Address>] {
    var ranges: [AddressRange<Address>] = []
    var start: Int?
    for index in 0...atoms.count {
      if index < atoms.count, members[index] {
        start = start ?? index
      } else if let first = start {
        ranges += [AddressRange(lower: atoms[first].lower, upper: atoms[index - 1].upper)].compactMap { $0 }
        start = nil
      }
    }
    return ranges
  }
}
