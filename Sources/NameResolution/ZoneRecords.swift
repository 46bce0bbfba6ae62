/// The records of a zone, by relative name in lower case: `@` is the zone itself.
struct ZoneRecords: Sendable, Hashable {
  private var sets: [String: [RecordSet]] = [:]
  /// Names above records that have none of their own.
  private var between: Set<String> = []

  /// What a zone says of a name.
  enum Finding: Sendable, Hashable {
    case records([RecordSet])
    /// The name exists, but has no records of these types.
    case nothing
    case noSuchName
  }

  var isEmpty: Bool { sets.isEmpty }
  var names: [String] { sets.keys.sorted() }

  mutating func add(_ set: RecordSet, at name: String) {
    let name = name.lowercased()
    guard !set.values.isEmpty else { return }
    sets[name, default: []].append(set)
    var labels = name.split(separator: ".")
    while labels.count > 1 {
      labels.removeFirst()
      between.insert(labels.joined(separator: "."))
    }
  }

  func sets(at relative: String) -> [RecordSet] { sets[relative] ?? [] }

  /// The records of a relative name: its own, or those of the wildcard at its closest encloser (RFC 4592, 3.3.1).
  ///
  /// - Complexity: O(labels).
  func find(_ relative: String) -> Finding {
    if let own = sets[relative] { return .records(own) }
    if relative == "@" || between.contains(relative) { return .nothing }
    var labels = relative.split(separator: ".")
    while !labels.isEmpty {
      labels.removeFirst()
      let encloser = labels.joined(separator: ".")
      if let wildcard = sets[encloser.isEmpty ? "*" : "*.\(encloser)"] { return .records(wildcard) }
      if sets[encloser] != nil || between.contains(encloser) { break }
    }
    return .noSuchName
  }
}
