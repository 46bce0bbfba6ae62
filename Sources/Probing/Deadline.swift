/// The moment at which waiting ends.
struct Deadline: Sendable {
  private let instant: ContinuousClock.Instant

  init(after duration: Duration) { instant = .now + duration }

  /// Milliseconds left, rounded up, for `poll`; 0 where none are.
  var milliseconds: Int32 {
    let left = instant - .now
    guard left > .zero else { return 0 }
    let (seconds, attoseconds) = left.components
    return Int32(clamping: seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }

  var isOver: Bool { ContinuousClock.now >= instant }
}
