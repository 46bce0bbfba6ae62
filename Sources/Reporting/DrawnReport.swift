/// An answer that can be drawn.
public protocol DrawnReport: Report {
  /// The picture in Graphviz's DOT language.
  ///
  /// - Complexity: O(size of the picture).
  var graph: String { get }
}
