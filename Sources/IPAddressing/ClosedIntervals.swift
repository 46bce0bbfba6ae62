/// A set of numbers as closed intervals: sorted, disjoint and not adjacent, so that equal sets are equal arrays.
///
/// Closed at both ends, it has no special case for the last number of the space. Addresses and ports are both built
/// on it. Two bounds an interval: 8 bytes for IPv4, 32 for IPv6, 4 for ports.
@usableFromInline struct ClosedIntervals<Bound: FixedWidthInteger & UnsignedInteger & Hashable & Sendable>: Sendable {
  @usableFromInline var intervals: [ClosedRange<Bound>]

  @inlinable init() { intervals = [] }

  /// The interval alone.
  @inlinable init(_ interval: ClosedRange<Bound>) { intervals = [interval] }

  /// The numbers in any of the intervals, which may come in any order and overlap.
  @inlinable init(unordered: some Sequence<ClosedRange<Bound>>) {
    self.init(ordered: unordered.sorted { $0.lowerBound < $1.lowerBound })
  }

  /// The numbers in any of the intervals, whose lower bounds come in order.
  @inlinable init(ordered: [ClosedRange<Bound>]) {
    self.init()
    intervals.reserveCapacity(ordered.count)
    for interval in ordered { append(interval) }
  }

  @inlinable static var all: ClosedIntervals { ClosedIntervals(Bound.min...Bound.max) }

  @inlinable var isEmpty: Bool { intervals.isEmpty }

  /// - Complexity: O(log n).
  @inlinable func contains(_ number: Bound) -> Bool { contains(number...number) }

  /// - Complexity: O(log n).
  @inlinable func contains(_ interval: ClosedRange<Bound>) -> Bool {
    let index = firstIndex(endingAtOrAfter: interval.upperBound)
    return index < intervals.count && intervals[index].lowerBound <= interval.lowerBound
  }

  /// - Complexity: O(log n).
  @inlinable func overlaps(_ interval: ClosedRange<Bound>) -> Bool {
    let index = firstIndex(endingAtOrAfter: interval.lowerBound)
    return index < intervals.count && intervals[index].lowerBound <= interval.upperBound
  }

  /// - Complexity: O(n log m) for `other` of n intervals.
  @inlinable func contains(_ other: ClosedIntervals) -> Bool { other.intervals.allSatisfy { contains($0) } }

  /// - Complexity: O(n log m), n being the smaller count.
  @inlinable func overlaps(_ other: ClosedIntervals) -> Bool {
    intervals.count < other.intervals.count
      ? intervals.contains { other.overlaps($0) } : other.intervals.contains { overlaps($0) }
  }

  /// The index of the first interval that doesn't end before `number`.
  @inlinable func firstIndex(endingAtOrAfter number: Bound) -> Int {
    let intervals = self.intervals.span
    var lower = 0
    var upper = intervals.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if intervals[middle].upperBound < number { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }

  /// Adds an interval that doesn't start before any other.
  @inlinable mutating func append(_ next: ClosedRange<Bound>) {
    guard let last = intervals.last, last.upperBound == .max || next.lowerBound <= last.upperBound + 1 else {
      return intervals.append(next)
    }
    guard last.upperBound < next.upperBound else { return }
    intervals[intervals.count - 1] = last.lowerBound...next.upperBound
  }
}

extension ClosedIntervals: Hashable {
  @inlinable static func == (left: ClosedIntervals, right: ClosedIntervals) -> Bool {
    left.intervals == right.intervals
  }

  @inlinable func hash(into hasher: inout Hasher) { hasher.combine(intervals) }
}
