import IPAddressing
import Testing
import TestSupport

@Suite("IPv4 addresses")
struct IPv4AddressTests {
  @Test(
    "A dotted quad is read and written the same",
    arguments: [
      ("0.0.0.0", 0), ("255.255.255.255", .max), ("10.0.0.4", 0x0a00_0004), ("168.63.129.16", 0xa83f_8110),
      ("1.20.255.9", 0x0114_ff09), ("100.99.10.9", 0x6463_0a09),
    ] as [(String, UInt32)])
  func reading(_ text: String, _ bits: UInt32) throws {
    let address = try IPv4Address(text)
    #expect(address.bits == bits)
    #expect(address.description == text)
  }

  @Test(
    "A text that isn't a dotted quad is refused where it goes wrong",
    arguments: [
      ("", .empty, 0), ("10", .tooFewParts, 2), ("10.0.0", .tooFewParts, 6), ("10.0.0.", .emptyPart, 7),
      ("10..0.1", .emptyPart, 3), (".0.0.1", .emptyPart, 0), ("10.0.0.0.1", .tooManyParts, 8),
      ("10.0.0.0.", .tooManyParts, 8), ("010.0.0.1", .leadingZero, 0), ("10.00.0.1", .leadingZero, 3),
      ("10.0.0.01", .leadingZero, 7), ("10.0.256.1", .octetOutOfRange, 5), ("10.0.0.4294967297", .octetOutOfRange, 7),
      ("999.0.0.1", .octetOutOfRange, 0), (" 10.0.0.1", .unexpectedCharacter, 0),
      ("10.0.0.1 ", .unexpectedCharacter, 8),
      ("10.0. 0.1", .unexpectedCharacter, 5), ("0x0a.0.0.1", .unexpectedCharacter, 1),
      ("+1.0.0.1", .unexpectedCharacter, 0), ("-1.0.0.1", .emptyPart, 0), ("10.0.0.1/32", .unexpectedCharacter, 8),
      ("10.0.0.1%eth0", .zone, 8), ("10.0.0.1\0", .unexpectedCharacter, 8), ("10.0.0.\0", .unexpectedCharacter, 7),
      ("1٠.0.0.1", .unexpectedCharacter, 1), ("é", .unexpectedCharacter, 0), ("fd00::1", .unexpectedCharacter, 0),
      ("::1", .emptyPart, 0), ("10.0.0.1\n", .unexpectedCharacter, 8), ("VirtualNetwork", .unexpectedCharacter, 0),
      (String(repeating: "1", count: 101), .tooLong, 100), (String(repeating: "1", count: 100), .octetOutOfRange, 0),
    ] as [(String, AddressParseError.Reason, Int)])
  func refusing(_ text: String, _ reason: AddressParseError.Reason, _ offset: Int) throws {
    let error = try #require(throws: AddressParseError.self) { try IPv4Address(text) }
    #expect(error.reason == reason)
    #expect(error.offset == offset)
  }

  @Test("A part of a text is read without regard to what is around it")
  func substrings() throws {
    let text = "from 10.0.0.4 to 10.0.0.x"
    #expect(try IPv4Address(text.dropFirst(5).prefix(8)) == IPv4Address(10, 0, 0, 4))
    let error = try #require(throws: AddressParseError.self) { try IPv4Address(text.suffix(8)) }
    #expect(error.offset == 7)
    #expect(error.input == "10.0.0.x")
  }

  @Test("Addresses are ordered as numbers")
  func order() {
    #expect(IPv4Address(9, 255, 255, 255) < IPv4Address(10, 0, 0, 0))
    #expect(IPv4Address(127, 0, 0, 1) < IPv4Address(128, 0, 0, 1))
    #expect(IPv4Address(10, 0, 0, 0) == IPv4Address(bits: 0x0a00_0000))
  }

  @Test("The space ends at both ends")
  func neighbours() {
    #expect(IPv4Address.lowest.predecessor == nil)
    #expect(IPv4Address.highest.successor == nil)
    #expect(IPv4Address(10, 0, 0, 255).successor == IPv4Address(10, 0, 1, 0))
    #expect(IPv4Address(10, 0, 1, 0).predecessor == IPv4Address(10, 0, 0, 255))
  }

  @Test("Any address survives being written and read")
  func roundTrip() throws {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<2000 {
      let address = IPv4Address(bits: generator.next() & generator.next())
      #expect(try IPv4Address(address.description) == address, "seed 1")
    }
  }
}
