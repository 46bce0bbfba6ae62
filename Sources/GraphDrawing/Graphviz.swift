import Glibc

/// Graphviz's `dot`, which lays a graph out and draws it. It is a program of its own, run beside this one.
public struct Graphviz: Sendable {
  /// Folders in which programs are looked for where nobody names any.
  static let standardFolders = "/usr/local/bin:/usr/bin:/bin"

  private let folders: [String]

  /// - Parameter searchPath: Folders with colons between them, as `PATH` has them; nil or empty for the usual ones.
  public init(searchPath: String?) {
    let path = searchPath.flatMap { $0.isEmpty ? nil : $0 } ?? Self.standardFolders
    folders = path.split(separator: ":").map(String.init)
  }

  /// Where the program is; nil where it isn't installed.
  public var program: String? {
    folders.lazy.map { "\($0)/dot" }.first { access($0, X_OK) == 0 }
  }

  /// The graph as SVG.
  ///
  /// - Parameter graph: A graph in the DOT language.
  /// - Throws: `GraphvizError` where the program is missing, or refuses the graph.
  /// - Complexity: That of Graphviz; graphs of tens of nodes take some 50 ms.
  public func svg(of graph: String) throws(GraphvizError) -> String {
    guard let program else { throw .notInstalled }
    let input = try ScratchFile()
    let output = try ScratchFile()
    let errors = try ScratchFile()
    try input.write(graph)
    let status = try ChildProcess.run(
      [program, "-Tsvg"], input: input.descriptor, output: output.descriptor, errors: errors.descriptor)
    guard status == 0 else { throw .failed(status: status, message: errors.text) }
    return output.text
  }
}
