/// Why a graph wasn't drawn.
public enum GraphvizError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no program `dot`.
  case notInstalled
  /// The program ended with this status; its own words with it.
  case failed(status: Int32, message: String)
  /// The system refused a file or a process.
  case system(String, code: Int32)

  public var description: String {
    switch self {
    case .notInstalled: "Graphviz, which draws pictures, is not installed: no program `dot` was found"
    case .failed(let status, let message):
      "Graphviz ended with status \(status): \(message.split(separator: "\n").first ?? "it gave no reason")"
    case .system(let what, let code): "\(what) failed with the system's error \(code)"
    }
  }

  /// What to do about it, as a sentence.
  public var remedy: String {
    switch self {
    case .notInstalled: "Install the package `graphviz`, on Debian with: apt-get install graphviz"
    case .failed: "Check that `dot -V` works."
    case .system: "Check the limits on memory and processes."
    }
  }
}
