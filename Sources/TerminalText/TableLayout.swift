/// How wide each column of a table is drawn.
enum TableLayout: Sendable, Hashable {
  /// Side by side, with these widths.
  case columns([Int])
  /// One cell a line under the row's number: the columns don't fit side by side.
  case records

  /// Columns between two cells.
  static let gap = 2

  /// The widths that fit into `width`, or the natural ones where there is no edge.
  ///
  /// Among columns of the lowest priority the widest gives way first, so that equals stay equal.
  ///
  /// - Complexity: O(columns × columns to give up).
  init(columns: [TableColumn], naturalWidths: [Int], width: Int?) {
    self = .columns(naturalWidths)
    guard let width else { return }
    var widths = naturalWidths
    var excess = widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) - width
    while excess > 0 {
      guard let index = Self.nextToShrink(columns: columns, widths: widths) else {
        self = .records
        return
      }
      widths[index] -= 1
      excess -= 1
    }
    self = .columns(widths)
  }

  private static func nextToShrink(columns: [TableColumn], widths: [Int]) -> Int? {
    let shrinkable = columns.indices.filter {
      columns[$0].overflow != .keep && widths[$0] > max(1, columns[$0].minimumWidth)
    }
    return shrinkable.min { left, right in
      (columns[left].priority, -widths[left]) < (columns[right].priority, -widths[right])
    }
  }
}
