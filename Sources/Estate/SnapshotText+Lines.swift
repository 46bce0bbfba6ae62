public import JSONReading

extension SnapshotText {
  /// The lines at which values begin, found in one pass.
  ///
  /// - Complexity: O(bytes of the files that the values are in).
  public func lines(of ranges: Set<SourceRange>) -> [SourceRange: Int] {
    var found: [SourceRange: Int] = [:]
    for (file, ranges) in Dictionary(grouping: ranges, by: \.file) {
      var line = 1
      var counted = 0
      var pieces = files[Int(file)].pieces[...]
      for range in ranges.sorted(by: { $0.offset < $1.offset }) {
        while let piece = pieces.first, counted < range.offset {
          let start = max(counted - piece.offset, 0)
          let end = min(range.offset - piece.offset, piece.count)
          if start < end {
            line += piece.bytes.withUnsafeBytes { bytes in
              bytes[start..<end].withContiguousStorageIfAvailable { $0.count { $0 == UInt8(ascii: "\n") } } ?? 0
            }
            counted = piece.offset + end
          }
          if end == piece.count { pieces.removeFirst() } else { break }
        }
        found[range] = line
      }
    }
    return found
  }
}
