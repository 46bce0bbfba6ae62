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
      var start = 1
      var previous = 1..<1
      var namespace = 0
      while start <= text.count {
        let end = Self.slash(text, from: start)
        guard start < end else { return nil }
        switch previous.count {
        case 13 where previous.lowerBound == 1 && Self.equal(text, previous, "subscriptions"):
          subscriptionEnd = UInt16(end)
        case 14 where namespace == 0 && Self.equal(text, previous, "resourcegroups"):
          group = (UInt16(start), UInt16(end))
        case 9 where Self.equal(text, previous, "providers"): namespace = start
        default: break
        }
        previous = start..<end
        start = end + 1
      }
      var hash = FoldedHash()
      hash.combine(UnsafeRawBufferPointer(text))
      folded = hash.value
      provider = UInt16(namespace)
      kind = namespace == 0 ? containerKind(text.count) : Self.kind(text, from: namespace)
    }

    /// The place of the next slash, or the end. Eight bytes at a time.
    private static func slash(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
      let bytes = UnsafeRawBufferPointer(text)
      var position = start
      while position &+ 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) ^ 0x2f2f_2f2f_2f2f_2f2f
        // Marks each byte that is zero; the lowest mark is exact (Mycroft, 1987).
        let marks = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
        if marks != 0 { return position &+ marks.trailingZeroBitCount >> 3 }
        position &+= 8
      }
      while position < bytes.count, bytes[position] != UInt8(ascii: "/") { position &+= 1 }
      return position
    }

    private func containerKind(_ count: Int) -> ResourceKind {
      group.end != 0 ? .resourceGroup : Int(subscriptionEnd) == count ? .subscription : .other
    }

    /// The kind whose name the namespace and every second segment after it spell.
    private static func kind(_ text: UnsafeBufferPointer<UInt8>, from namespace: Int) -> ResourceKind {
      var hash = FoldedHash()
      var segment = 0
      var start = namespace
      while start <= text.count {
        let end = slash(text, from: start)
        if segment == 0 || !segment.isMultiple(of: 2) {
          hash.combine(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[start..<end]))
        }
        segment += 1
        start = end + 1
      }
      // An id that ends in a type, such as a list's path, names no resource.
      guard segment >= 3, !segment.isMultiple(of: 2) else { return .other }
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
