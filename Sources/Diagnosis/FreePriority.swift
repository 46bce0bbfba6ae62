/// A priority for a new rule of a network security group.
enum FreePriority {
  /// The largest free number that still comes before a rule: below a default rule the next ten after the last one in
  /// use, so that later rules find room. nil where none is free.
  ///
  /// - Source: routing semantics D-020: 100 to 4096, each once in a direction.
  static func below(_ priority: Int, isDefault: Bool, _ taken: Set<Int>) -> Int? {
    if isDefault {
      let last = taken.max() ?? 90
      let next = (last / 10 + 1) * 10
      if (100...4096).contains(next) { return next }
    }
    let top = min(priority - 1, 4096)
    guard top >= 100 else { return nil }
    return (100...top).reversed().first { !taken.contains($0) }
  }
}
