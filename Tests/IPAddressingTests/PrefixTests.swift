import IPAddressing
import Testing

@Suite("Prefixes of one family")
struct PrefixTests {
  @Test(
    "A prefix is read and written the same",
    arguments: ["0.0.0.0/0", "10.0.0.0/8", "10.0.0.4/32", "255.255.255.254/31", "128.0.0.0/1"])
  func readingIPv4(_ text: String) throws {
    #expect(try IPv4Prefix(text).description == text)
  }

  @Test(
    "A prefix of IPv6 is read and written the same", arguments: ["::/0", "fd00::/8", "2001:db8::1/128", "8000::/1"])
  func readingIPv6(_ text: String) throws {
    #expect(try IPv6Prefix(text).description == text)
  }

  @Test("A bare address is its own /32 or /128")
  func bareAddress() throws {
    #expect(try IPv4Prefix("10.0.0.4") == IPv4Prefix(IPv4Address(10, 0, 0, 4), length: 32))
    #expect(try IPv6Prefix("::1") == IPv6Prefix(IPv6Address(bits: 1), length: 128))
    #expect(try IPv4Prefix("10.0.0.4").isHost)
    #expect(try !IPv4Prefix("10.0.0.4/31").isHost)
  }

  @Test("Host bits are refused, or masked where that is asked for")
  func hostBits() throws {
    let error = try #require(throws: AddressParseError.self) { try IPv4Prefix("10.0.0.1/8") }
    #expect(error.reason == .hostBitsSet)
    #expect(error.offset == 0)
    #expect(try IPv4Prefix("10.1.2.3/8", hostBits: .masked).description == "10.0.0.0/8")
    #expect(try IPv4Prefix("255.255.255.255/0", hostBits: .masked) == .all)
    #expect(try IPv6Prefix("fd00::1/8", hostBits: .masked).description == "fd00::/8")
    #expect(throws: AddressParseError.self) { try IPv6Prefix("::1/127") }
  }

  @Test(
    "A text that isn't a prefix is refused where it goes wrong",
    arguments: [
      ("", .empty, 0), ("/8", .emptyPart, 0), ("10.0.0.0/", .prefixLengthMissing, 9),
      ("10.0.0.0/33", .prefixLengthOutOfRange, 9), ("10.0.0.0/99999999999999999999", .prefixLengthOutOfRange, 9),
      ("10.0.0.0/08", .leadingZero, 9), ("10.0.0.0/00", .leadingZero, 9), ("10.0.0.0/8/8", .unexpectedCharacter, 10),
      ("10.0.0.0//8", .emptyPart, 9), ("10.0.0.0/-8", .emptyPart, 9), ("10.0.0.0/ 8", .unexpectedCharacter, 9),
      ("10.0.0.0/8 ", .unexpectedCharacter, 10), ("10.0.0/8", .tooFewParts, 6),
      ("10.0.0.0/255.0.0.0", .prefixLengthOutOfRange, 9),
      ("10.0.0.0.0/8", .tooManyParts, 8), ("10.0.0.0-10.0.0.1", .unexpectedCharacter, 8),
    ] as [(String, AddressParseError.Reason, Int)])
  func refusing(_ text: String, _ reason: AddressParseError.Reason, _ offset: Int) throws {
    let error = try #require(throws: AddressParseError.self) { try IPv4Prefix(text) }
    #expect(error.reason == reason)
    #expect(error.offset == offset)
  }

  @Test("A prefix contains itself, what lies in it and nothing else")
  func containment() throws {
    let wide = try IPv4Prefix("10.0.0.0/8")
    let narrow = try IPv4Prefix("10.64.0.0/10")
    let other = try IPv4Prefix("11.0.0.0/10")
    #expect(wide.contains(wide) && wide.contains(narrow) && !narrow.contains(wide) && !wide.contains(other))
    #expect(wide.overlaps(narrow) && narrow.overlaps(wide) && !narrow.overlaps(other))
    #expect(wide.contains(IPv4Address(10, 255, 255, 255)) && !wide.contains(IPv4Address(11, 0, 0, 0)))
    #expect(!wide.contains(IPv4Address(9, 255, 255, 255)))
    #expect(IPv4Prefix.all.contains(wide) && IPv4Prefix.all.contains(.lowest) && IPv4Prefix.all.contains(.highest))
    #expect(IPv6Prefix.all.contains(.lowest) && IPv6Prefix.all.contains(.highest))
  }

  @Test(
    "A prefix ends where its range ends",
    arguments: [
      ("10.0.0.0/8", "10.255.255.255"), ("0.0.0.0/0", "255.255.255.255"), ("10.0.0.4/32", "10.0.0.4"),
      ("10.0.0.4/31", "10.0.0.5"), ("128.0.0.0/1", "255.255.255.255"),
    ])
  func ends(_ text: String, _ last: String) throws {
    let prefix = try IPv4Prefix(text)
    #expect(prefix.last.description == last)
    #expect(prefix.range.lower == prefix.first && prefix.range.upper == prefix.last)
  }

  @Test("Prefixes are ordered by address, and then the shorter comes first")
  func order() throws {
    let sorted = try ["0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/16", "10.0.0.0/32", "10.1.0.0/16", "11.0.0.0/8"].map {
      text throws in try IPv4Prefix(text)
    }
    #expect(sorted.reversed().sorted() == sorted)
    #expect(Set(sorted).count == sorted.count)
  }

  @Test("A stored prefix takes 5 or 17 bytes")
  func size() {
    #expect(MemoryLayout<IPv4Prefix>.size == 5)
    #expect(MemoryLayout<IPv6Prefix>.size == 17)
  }
}
