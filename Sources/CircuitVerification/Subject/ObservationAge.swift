internal import HybridConnectivity

/// How far apart two answers may be and still tell of one state.
enum ObservationAge {
  /// Seconds: a day. Tables of one walk through a circuit are minutes apart; a day later routes have changed.
  static let limit: Double = 86_400
  /// Seconds from which the distance is said.
  static let remarkable: Double = 900

  static func isOutdated(_ stamp: ObservationStamp, newest: Timestamp?) -> Bool {
    guard let newest, let time = stamp.observedAt else { return false }
    return newest.interval(since: time) > limit
  }

  /// A distance in words: `3 years`, `26 hours`, `20 minutes`.
  static func text(_ seconds: Double) -> String {
    let whole = Int(seconds)
    let units = [(31_557_600, "year"), (86_400, "day"), (3600, "hour"), (60, "minute")]
    for (length, name) in units where whole >= 2 * length || (whole >= length && name == "minute") {
      let count = whole / length
      return "\(count) \(name)\(count == 1 ? "" : "s")"
    }
    return "\(whole) seconds"
  }
}
