import IPAddressing
import Testing
import TestSupport

@Suite("Ranges of addresses")
struct AddressRangeTests {
  @Test(
    "A range, a prefix and an address are read as ranges and written shortest",
    arguments: [
      ("10.0.0.1-10.0.0.9", "10.0.0.1", "10.0.0.9", "10.0.0.1-10.0.0.9"),
      ("10.0.0.0-10.0.0.255", "10.0.0.0", "10.0.0.255", "10.0.0.0/24"),
      ("10.0.0.0/24", "10.0.0.0", "10.0.0.255", "10.0.0.0/24"), ("10.0.0.4", "10.0.0.4", "10.0.0.4", "10.0.0.4"),
      ("10.0.0.4-10.0.0.4", "10.0.0.4", "10.0.0.4", "10.0.0.4"),
      ("0.0.0.0-255.255.255.255", "0.0.0.0", "255.255.255.255", "0.0.0.0/0"),
      ("0.0.0.1-255.255.255.255", "0.0.0.1", "255.255.255.255", "0.0.0.1-255.255.255.255"),
    ])
  func reading(_ text: String, _ lower: String, _ upper: String, _ canonical: String) throws {
    let range = try AddressRange<IPv4Address>(text)
    #expect(try range == AddressRange(lower: IPv4Address(lower), upper: IPv4Address(upper)))
    #expect(range.description == canonical)
    #expect(try AddressRange<IPv4Address>(canonical) == range)
  }

  @Test(
    "A text that isn't a range is refused where it goes wrong",
    arguments: [
      ("", .empty, 0), ("10.0.0.9-10.0.0.1", .rangeReversed, 9), ("10.0.0.1-", .emptyPart, 9),
      ("10.0.0.1-10.0.0", .tooFewParts, 15), ("10.0.0.1 - 10.0.0.2", .unexpectedCharacter, 8),
      ("10.0.0.0/24-10.0.1.0", .unexpectedCharacter, 11), ("10.0.0.1-10.0.0.2-", .unexpectedCharacter, 17),
      ("10.0.0.1-10.0.0.2/31", .unexpectedCharacter, 17), ("10.0.0.1/24", .hostBitsSet, 0),
      ("10.0.0.1-::1", .emptyPart, 9),
    ] as [(String, AddressParseError.Reason, Int)])
  func refusing(_ text: String, _ reason: AddressParseError.Reason, _ offset: Int) throws {
    let error = try #require(throws: AddressParseError.self) { try AddressRange<IPv4Address>(text) }
    #expect(error.reason == reason)
    #expect(error.offset == offset)
  }

  @Test("A range doesn't end before it starts")
  func reversed() {
    #expect(AddressRange(lower: IPv4Address(bits: 2), upper: IPv4Address(bits: 1)) == nil)
    #expect(AddressRange(lower: IPv6Address.highest, upper: .lowest) == nil)
  }

  @Test("A range contains its ends and what lies between")
  func containment() throws {
    let range = try AddressRange<IPv4Address>("10.0.0.1-10.0.0.9")
    for (last, isIn) in [(0, false), (1, true), (5, true), (9, true), (10, false)] as [(UInt8, Bool)] {
      #expect(range.contains(IPv4Address(10, 0, 0, last)) == isIn)
    }
    #expect(!range.contains(.lowest) && !range.contains(.highest))
    #expect(IPv6Prefix.all.range.contains(.highest) && IPv6Prefix.all.range.contains(.lowest))
  }

  @Test("The widest split there can be takes twice the width less two")
  func widest() {
    let range = AddressRange(lower: IPv4Address(bits: 1), upper: IPv4Address(bits: .max - 1))
    #expect(range?.prefixes.count == 62)
    let range6 = AddressRange(lower: IPv6Address(bits: 1), upper: IPv6Address(bits: .max - 1))
    #expect(range6?.prefixes.count == 254)
    #expect(IPv4Prefix.all.range.prefixes == [.all] && IPv6Prefix.all.range.prefixes == [.all])
  }

  @Test("The prefixes of a range cover exactly it, and no two could be one", arguments: 300..<320 as Range<UInt64>)
  func prefixes(seed: UInt64) throws {
    try check(IPv4Address.self, seed: seed)
    try check(IPv6Address.self, seed: seed)
  }

  private func check<Address: InternetAddress>(_: Address.Type, seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let ends: [Address] = [generator.address(), generator.address()].sorted()
      let range = try #require(AddressRange(lower: ends[0], upper: ends[1]))
      let prefixes = range.prefixes
      #expect(prefixes.first?.first == range.lower && prefixes.last?.last == range.upper, "seed \(seed), \(range)")
      for (left, right) in zip(prefixes, prefixes.dropFirst()) {
        #expect(left.last.successor == right.first, "seed \(seed), \(range)")
        let parent = Prefix(left.address, length: left.length - 1)
        #expect(left.length != right.length || !parent.contains(right), "seed \(seed), \(range)")
      }
    }
  }
}
