/// What is known of a BGP session's authentication key. The key itself isn't kept.
public enum EdgeKey: Sendable, Hashable {
  case absent
  /// Set, as a text that can't be compared: scrambled by the router.
  case scrambled
  /// Set in the clear. Two keys with one fingerprint are equal.
  case clear(fingerprint: UInt64)

  /// A key in the clear.
  init(clear text: some StringProtocol) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self = .clear(fingerprint: hash)
  }
}
