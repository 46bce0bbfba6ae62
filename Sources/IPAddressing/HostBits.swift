/// What to do with bits that are set beyond a prefix's length when it is read, as in `10.0.0.1/8`.
public enum HostBits: Sendable {
  /// The text is refused.
  case rejected
  /// The bits are set to zero.
  case masked
}
