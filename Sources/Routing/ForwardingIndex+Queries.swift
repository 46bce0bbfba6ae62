internal import IPAddressing

/// Questions by the million.
extension ForwardingIndex {
  /// Queries that go through the map and the matrix side by side, one level after the other: the loads of one level
  /// wait for no other load of it, so many are under way at a time.
  private static let batch = 64

  /// Answers each query with the number of its next hop; 0 where no route takes the address or the NIC has no table.
  ///
  /// - Precondition: `answers` is as long as `queries`, and each query's interface is one of the estate.
  /// - Complexity: O(queries): five loads each, in a few megabytes.
  public func nextHops(of queries: Span<ForwardingQuery>, into answers: inout MutableSpan<UInt16>) {
    precondition(answers.count == queries.count, "as many answers as queries")
    switch matrix.cells {
    case .narrow(let cells): answer(queries, &answers, cells.span)
    case .wide(let cells): answer(queries, &answers, cells.span)
    }
  }

  @inline(__always)
  private func answer<Cell: FixedWidthInteger & UnsignedInteger>(
    _ queries: Span<ForwardingQuery>, _ answers: inout MutableSpan<UInt16>, _ cells: Span<Cell>
  ) {
    let (top, middle, bottom) = (map.top.span, map.middle.span, map.bottom.span)
    let rowOfInterface = rowOfInterface.span
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.batch) { places in
      var start = 0
      while start < queries.count {
        let batch = min(Self.batch, queries.count - start)
        // Unchecked but for the caller's interface: map and matrix lead nowhere else, whatever the address.
        for step in 0..<batch {
          let bits = queries[unchecked: start &+ step].address.bits
          let entry = top[unchecked: Int(truncatingIfNeeded: bits >> 16)]
          places[step] = ForwardingAddressMap.place(entry, bits >> 8 & 0xff)
        }
        for step in 0..<batch {
          let entry = middle[unchecked: Int(truncatingIfNeeded: places[step])]
          places[step] = ForwardingAddressMap.place(entry, queries[unchecked: start &+ step].address.bits & 0xff)
        }
        for step in 0..<batch {
          let row = rowOfInterface[Int(truncatingIfNeeded: queries[unchecked: start &+ step].interface)]
          places[step] = row &+ UInt32(bottom[unchecked: Int(truncatingIfNeeded: places[step])])
        }
        for step in 0..<batch {
          let cell = cells[unchecked: Int(truncatingIfNeeded: places[step])]
          answers[unchecked: start &+ step] = UInt16(truncatingIfNeeded: cell)
        }
        start &+= batch
      }
    }
  }
}
