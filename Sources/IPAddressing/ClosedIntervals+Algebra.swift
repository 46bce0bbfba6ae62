/// Every operation is one sweep over both sets.
extension ClosedIntervals {
  /// - Complexity: O(n + m).
  @inlinable func union(_ other: ClosedIntervals) -> ClosedIntervals {
    guard !isEmpty else { return other }
    guard !other.isEmpty else { return self }
    var result = ClosedIntervals()
    result.intervals.reserveCapacity(intervals.count + other.intervals.count)
    var left = intervals[...]
    var right = other.intervals[...]
    while let first = left.first, let second = right.first {
      result.append(first.lowerBound <= second.lowerBound ? left.removeFirst() : right.removeFirst())
    }
    for interval in left { result.append(interval) }
    for interval in right { result.append(interval) }
    return result
  }

  /// - Complexity: O(n + m).
  @inlinable func intersection(_ other: ClosedIntervals) -> ClosedIntervals {
    var result = ClosedIntervals()
    var left = intervals[...]
    var right = other.intervals[...]
    while let first = left.first, let second = right.first {
      let lower = max(first.lowerBound, second.lowerBound)
      let upper = min(first.upperBound, second.upperBound)
      // What follows starts beyond the gap behind one of the two, so it isn't adjacent.
      if lower <= upper { result.intervals.append(lower...upper) }
      if first.upperBound == upper { left.removeFirst() } else { right.removeFirst() }
    }
    return result
  }

  /// - Complexity: O(n).
  @inlinable var complement: ClosedIntervals {
    guard let first = intervals.first, let last = intervals.last else { return .all }
    var result = ClosedIntervals()
    result.intervals.reserveCapacity(intervals.count + 1)
    if first.lowerBound > .min { result.intervals.append(.min...first.lowerBound - 1) }
    for (before, after) in zip(intervals, intervals.dropFirst()) {
      result.intervals.append(before.upperBound + 1...after.lowerBound - 1)
    }
    if last.upperBound < .max { result.intervals.append(last.upperBound + 1 ... .max) }
    return result
  }

  /// - Complexity: O(n + m).
  @inlinable func subtracting(_ other: ClosedIntervals) -> ClosedIntervals {
    isEmpty || other.isEmpty ? self : intersection(other.complement)
  }
}
