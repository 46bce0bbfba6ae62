/// One column of a ``TextTable``.
public struct TableColumn: Sendable, Hashable {
  /// The side on which cells stand.
  public enum Alignment: Sendable, Hashable {
    case left
    case right
  }

  /// What becomes of a cell that is wider than its column on a narrow terminal.
  public enum Overflow: Sendable, Hashable {
    /// The column never shrinks: addresses, states, codes.
    case keep
    /// The cell goes on in the next line, broken at spaces and after `/` and `,`.
    case wrap
    /// The cell is cut and ends in `…`.
    case cut
  }

  /// The heading.
  public let header: String
  /// The side on which its cells stand; the heading with them.
  public let alignment: Alignment
  /// What becomes of cells on a narrow terminal.
  public let overflow: Overflow
  /// Columns of lower priority shrink first.
  public let priority: Int
  /// The width in columns below which this column doesn't shrink.
  public let minimumWidth: Int

  /// A column; `minimumWidth` is the heading's width or 10, whichever is more, unless it is given.
  public init(
    _ header: String, alignment: Alignment = .left, overflow: Overflow = .wrap, priority: Int = 0,
    minimumWidth: Int? = nil
  ) {
    self.header = TerminalEscaping.escaped(header)
    self.alignment = alignment
    self.overflow = overflow
    self.priority = priority
    self.minimumWidth = minimumWidth ?? max(10, DisplayWidth.of(self.header))
  }
}
