/// What one layer, or several without the learned routes, say of an address: the next hop, and how strong the route is.
///
/// Of two choices the one with the larger `precedence` wins. The numbers decide as `EffectiveRouteTable.route(to:)`
/// does: by prefix length, then source, then the order of layers.
struct ForwardingChoice: Hashable {
  /// A choice in 32 bits: next hop (16), precedence (15), whether learned routes don't count (1).
  let bits: UInt32

  /// No route.
  static let none = ForwardingChoice(bits: 0)

  init(bits: UInt32) { self.bits = bits }

  /// - Parameter nextHop: The next hop's number, above 0.
  init(nextHop: UInt16, length: Int, rank: Int, layer: EffectiveRouteTable.LayerKind, excludesLearned: Bool) {
    // Within 15 bits: lengths to 32, ranks to 2, layers to 4, and never 0.
    let precedence = UInt32(truncatingIfNeeded: length << 6 | rank << 3 | (7 - layer.rawValue))
    bits = UInt32(nextHop) | precedence << 16 | (excludesLearned ? 1 << 31 : 0)
  }

  /// The next hop's number; 0 for none.
  var nextHop: UInt16 { UInt16(truncatingIfNeeded: bits) }

  var precedence: UInt32 { bits >> 16 & 0x7fff }

  /// Whether a system route holds the address, or held it before a user route took its place: learned routes don't
  /// count there.
  var excludesLearned: Bool { bits >> 31 != 0 }

  /// This choice where learned routes don't count.
  var excludingLearned: ForwardingChoice { ForwardingChoice(bits: bits | 1 << 31) }

  /// The stronger of two choices for one address; learned routes don't count where either says so.
  func merged(with other: ForwardingChoice) -> ForwardingChoice {
    let stronger = precedence >= other.precedence ? self : other
    return excludesLearned || other.excludesLearned ? stronger.excludingLearned : stronger
  }

  /// The next hop where this is what the other layers say and `learned` what the learned routes say.
  func nextHop(beside learned: ForwardingChoice) -> UInt16 {
    excludesLearned || precedence >= learned.precedence ? nextHop : learned.nextHop
  }
}
