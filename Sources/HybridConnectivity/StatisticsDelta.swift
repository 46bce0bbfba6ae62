/// What was carried between two observations of one peering's counters.
public struct StatisticsDelta: Sendable, Hashable {
  public let earlier: Observed<PeeringStatistics>
  public let later: Observed<PeeringStatistics>

  /// - Parameters: two observations, the earlier one first.
  public init(from earlier: Observed<PeeringStatistics>, to later: Observed<PeeringStatistics>) {
    self.earlier = earlier
    self.later = later
  }

  /// Seconds between the two; nil where one has no time.
  public var seconds: Double? {
    guard let start = earlier.stamp.observedAt, let end = later.stamp.observedAt else { return nil }
    return end.interval(since: start)
  }

  /// Bytes in over a path; nil where a counter is missing or went back (the router started counting anew).
  public func bytesIn(_ path: DevicePath) -> Int64? {
    difference(earlier.content.bytesIn(path), later.content.bytesIn(path))
  }

  /// Bytes out over a path; nil as for `bytesIn`.
  public func bytesOut(_ path: DevicePath) -> Int64? {
    difference(earlier.content.bytesOut(path), later.content.bytesOut(path))
  }

  private func difference(_ start: Int64?, _ end: Int64?) -> Int64? {
    guard let start, let end, end >= start else { return nil }
    return end - start
  }
}
