extension ResourceID {
  /// Where the parts of an id's text lie.
  struct Layout {
    static let subscriptionStart = "/subscriptions/".utf8.count
    static let maximumLength = 2048

    private(set) var kind = ResourceKind.other
    private(set) var folded: UInt64 = 0
    private(set) var subscriptionEnd: UInt16 = 0
    private(set) var group: (start: UInt16, end: UInt16) = (0, 0)
    private(set) var provider: UInt16 = 0

    init?(_ text: UnsafeBufferPointer<UInt8>) {
      guard text.first == UInt8(ascii: "/"), (2...Self.maximumLength).contains(text.count) else { return nil }
      var hash = FoldedHash()
      var start = 1
      var previous = 1..<1
      var namespace = 0
      for position in 0...text.count {
        if position < text.count { hash.combine(text[position]) }
        guard position == text.count || (text[position] == UInt8(ascii: "/") && position > 0) else { continue }
        let segment = start..<position
        guard !segment.isEmpty else { return nil }
        if Self.equal(text, previous, "subscriptions"), previous.lowerBound == 1 {
          subscriptionEnd = UInt16(position)
        } else if Self.equal(text, previous, "resourcegroups"), namespace == 0 {
          group = (UInt16(segment.lowerBound), UInt16(position))
        } else if Self.equal(text, previous, "providers") {
          namespace = segment.lowerBound
        }
        previous = segment
        start = position + 1
      }
      folded = hash.value
      provider = UInt16(namespace)
      kind = namespace == 0 ? containerKind(text.count) : Self.kind(text, from: namespace)
    }

    private func containerKind(_ count: Int) -> ResourceKind {
      group.end != 0 ? .resourceGroup : Int(subscriptionEnd) == count ? .subscription : .other
    }

    /// The kind whose name the namespace and every second segment after it spell.
    private static func kind(_ text: UnsafeBufferPointer<UInt8>, from namespace: Int) -> ResourceKind {
      var hash = FoldedHash()
      var segment = 0
      for position in namespace..<text.count {
        let isSlash = text[position] == UInt8(ascii: "/")
        if isSlash {
          segment += 1
          if segment.isMultiple(of: 2) { continue }
        }
        if segment == 0 || !segment.isMultiple(of: 2) { hash.combine(text[position]) }
      }
      // An id that ends in a type, such as a list's path, names no resource.
      guard segment >= 2, segment.isMultiple(of: 2) else { return .other }
      return ResourceKindNames.kindsByHash[hash.value] ?? .other
    }

    private static func equal(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ word: StaticString) -> Bool {
      guard range.count == word.utf8CodeUnitCount else { return false }
      for offset in 0..<range.count where FoldedHash.fold(text[range.lowerBound + offset]) != word.utf8Start[offset] {
        return false
      }
      return true
    }
  }
}
