/// Finds what somebody probably meant.
public enum ClosestName {
  /// The candidate nearest to `word`, if it is near: at most a third of its letters differ, or `word` begins it.
  ///
  /// Case and leading dashes don't count; the first of equals wins.
  ///
  /// - Complexity: O(candidates × length²).
  public static func of(_ word: String, among candidates: [String]) -> String? {
    nearest(to: word, among: candidates, limit: 1).first
  }

  /// The candidates near to `word` as ``of(_:among:)`` has it, the nearest first, equals in their order.
  ///
  /// - Complexity: O(candidates × length²).
  public static func nearest(to word: String, among candidates: [String], limit: Int) -> [String] {
    let bare = folded(word)
    guard !bare.isEmpty else { return [] }
    let tolerance = max(1, bare.count / 3)
    var near: [(name: String, distance: Int)] = []
    for candidate in candidates {
      let other = folded(candidate)
      let isBeginning = bare.count >= 2 && other.starts(with: bare)
      // The lengths alone tell most candidates apart.
      guard isBeginning || abs(other.count - bare.count) <= tolerance else { continue }
      let distance = bare == other ? 0 : isBeginning ? 1 : distance(bare, other)
      guard distance <= tolerance else { continue }
      let place = near.firstIndex { $0.distance > distance } ?? near.count
      near.insert((candidate, distance), at: place)
      if near.count > limit { near.removeLast() }
    }
    return near.map(\.name)
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.
  ///
  /// - Complexity: O(product of the lengths).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, character) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        let substituted = last[column] + (character == other ? 0 : 1)
        var cost = min(substituted, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }

  private static func folded(_ word: String) -> [Character] {
    Array(word.lowercased().drop { $0 == "-" })
  }
}
