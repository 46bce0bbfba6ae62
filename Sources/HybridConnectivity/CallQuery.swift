/// The query of a recorded call.
struct CallQuery {
  private let pairs: [(name: Substring, value: Substring)]

  init(_ path: String) {
    let query = path.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    pairs = query.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1)
      return (parts.first ?? "", parts.dropFirst().first ?? "")
    }
  }

  /// The value under a name, in any case; nil where it is absent or empty.
  func value(of name: String) -> String? {
    let found = pairs.first { $0.name.lowercased() == name }?.value
    return found.flatMap { $0.isEmpty ? nil : String($0.replacing("%3A", with: ":")) }
  }
}
