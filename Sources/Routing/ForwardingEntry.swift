internal import IPAddressing

/// A prefix with what a layer says of it.
struct ForwardingEntry {
  let first: UInt32
  let last: UInt32
  /// The layer's row; -1 for a mark that is no route.
  let row: Int32
  let choice: ForwardingChoice

  init(_ prefix: IPv4Prefix, row: Int32, _ choice: ForwardingChoice) {
    first = prefix.first.bits
    last = prefix.last.bits
    self.row = row
    self.choice = choice
  }

  /// The same prefix with another choice.
  init(_ entry: ForwardingEntry, _ choice: ForwardingChoice) {
    first = entry.first
    last = entry.last
    row = entry.row
    self.choice = choice
  }

  /// By address, and then the shorter prefix first, so that a prefix stands before all it contains.
  static func < (left: ForwardingEntry, right: ForwardingEntry) -> Bool {
    left.first == right.first ? left.last > right.last : left.first < right.first
  }
}
