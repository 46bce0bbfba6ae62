/// How much is read at a time, and what is refused.
struct ReadingLimits: Sendable {
  /// Bytes read at a time.
  var piece = 16 << 20
  /// The largest single resource or observation, in bytes.
  var element = 64 << 20
  /// The largest file, in bytes.
  var file = 8 << 30

  static let standard = ReadingLimits()
}
