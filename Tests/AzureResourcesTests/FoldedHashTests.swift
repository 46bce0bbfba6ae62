import Testing

@testable import AzureResources

@Suite("Hashes without regard to case")
struct FoldedHashTests {
  private func hash(_ texts: String...) -> UInt64 {
    var hash = FoldedHash()
    for text in texts { Array(text.utf8).withUnsafeBytes { hash.combine($0) } }
    return hash.value
  }

  @Test("Letters' case doesn't count, at every length and place")
  func foldsCase() {
    let text = "/SubScriptions/ABCDEFGHijklmnop/ResourceGroups/Xyz-09_[]@`{}"
    for count in 0...text.count {
      let part = String(text.prefix(count))
      #expect(hash(part) == hash(part.lowercased()), "\(count) bytes")
      #expect(hash(part) == hash(part.uppercased()), "\(count) bytes")
    }
  }

  @Test("Every byte is folded in eight as it is alone")
  func foldsWords() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        let folded = FoldedHash.fold(word: UInt64(byte) << (8 * place))
        #expect(folded == UInt64(FoldedHash.fold(byte)) << (8 * place), "byte \(byte) at \(place)")
      }
    }
  }

  @Test("Other bytes, other lengths and other borders give another hash")
  func tellsApart() {
    #expect(hash("abcdefgh") != hash("abcdefgi"))
    #expect(hash("abc") != hash("abcd"))
    #expect(hash("abc") != hash("abc\0"))
    #expect(hash("ab", "c") != hash("a", "bc"))
    #expect(hash("ab", "c") != hash("abc"))
    // What sets bit 5 makes of these the same as of letters; they aren't.
    #expect(hash("@") != hash("`"))
    #expect(hash("[") != hash("{"))
  }
}
