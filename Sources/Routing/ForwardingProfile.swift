/// What prefixes say of every IPv4 address: a step function.
struct ForwardingProfile {
  /// Where each step begins; the first at 0.
  private(set) var starts: [UInt32] = []
  private(set) var choices: [ForwardingChoice] = []

  /// Merges lists of entries, each in order; an entry whose row `isLeftOut` doesn't count.
  ///
  /// Prefixes nest or are disjoint, so the entries open at a place are a stack, and the innermost is the strongest.
  ///
  /// - Complexity: O(entries).
  init(_ lists: [[ForwardingEntry]], isLeftOut: (_ list: Int, _ row: Int32) -> Bool = { _, _ in false }) {
    var places = [Int](repeating: 0, count: lists.count)
    var open: [ForwardingEntry] = []
    append(0, .none)
    while let next = Self.next(lists, &places) {
      guard !isLeftOut(next.list, next.entry.row) else { continue }
      close(before: next.entry.first, &open)
      var choice = next.entry.choice
      if let around = open.last {
        if around.first == next.entry.first, around.last == next.entry.last {
          choice = choice.merged(with: around.choice)
          open.removeLast()
        } else if next.entry.row < 0 {
          choice = around.choice.merged(with: choice)
        } else if around.choice.excludesLearned {
          choice = choice.excludingLearned
        }
      }
      open.append(ForwardingEntry(next.entry, choice))
      append(next.entry.first, choice)
    }
    close(before: nil, &open)
  }

  private static func next(
    _ lists: [[ForwardingEntry]], _ places: inout [Int]
  ) -> (list: Int, entry: ForwardingEntry)? {
    var found: (list: Int, entry: ForwardingEntry)?
    for list in lists.indices where places[list] < lists[list].count {
      let entry = lists[list][places[list]]
      if let best = found, !(entry < best.entry) { continue }
      found = (list, entry)
    }
    if let found { places[found.list] += 1 }
    return found
  }

  /// Closes what ends before `first`, or all.
  private mutating func close(before first: UInt32?, _ open: inout [ForwardingEntry]) {
    while let innermost = open.last, first.map({ innermost.last < $0 }) ?? true {
      open.removeLast()
      guard innermost.last < .max else { continue }
      append(innermost.last + 1, open.last?.choice ?? .none)
    }
  }

  private mutating func append(_ start: UInt32, _ choice: ForwardingChoice) {
    if starts.last == start {
      starts.removeLast()
      choices.removeLast()
    }
    guard choices.last != choice else { return }
    starts.append(start)
    choices.append(choice)
  }
}
