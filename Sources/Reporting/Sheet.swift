/// An answer as rows of text, for CSV and TSV.
public struct Sheet: Sendable, Hashable {
  /// The columns' names.
  public var header: [String]
  /// The cells, a row at a time, as many as there are columns.
  public var rows: [[String]]

  /// A sheet.
  public init(_ header: [String], _ rows: [[String]] = []) {
    self.header = header
    self.rows = rows
  }
}
