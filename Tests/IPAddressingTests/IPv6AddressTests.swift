import IPAddressing
import Testing
import TestSupport

@Suite("IPv6 addresses")
struct IPv6AddressTests {
  @Test(
    "Every form of RFC 4291 is read, and written as RFC 5952 wants",
    arguments: [
      ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("0:0:0:0:0:0:0:0", "::"), ("0:0:0:0:0:0:0:1", "::1"),
      ("2001:0db8:0000:0000:0000:ff00:0042:8329", "2001:db8::ff00:42:8329"), ("2001:DB8::A", "2001:db8::a"),
      ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
      ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("0:0:1:0:0:0:0:0", "0:0:1::"), ("0:0:0:1:0:0:0:0", "0:0:0:1::"),
      ("1:0:0:0:0:0:0:0", "1::"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
      ("1:2:3::5:6:7:8", "1:2:3:0:5:6:7:8"), ("1:2:3:4:5:6:0:0", "1:2:3:4:5:6::"), ("0:0:3:4:5:6:7:8", "::3:4:5:6:7:8"),
      ("::ffff:192.0.2.1", "::ffff:192.0.2.1"), ("::ffff:c000:201", "::ffff:192.0.2.1"),
      ("::ffff:0:0", "::ffff:0.0.0.0"), ("::192.0.2.1", "::c000:201"), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
      ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"), ("1:2:3:4:5::1.2.3.4", "1:2:3:4:5:0:102:304"),
      ("fe80::abcd:ef01:2345:6789", "fe80::abcd:ef01:2345:6789"), ("::1:ffff:1.2.3.4", "::1:ffff:102:304"),
      ("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
      ("1000:200:30:4:1000:200:30:4", "1000:200:30:4:1000:200:30:4"),
    ])
  func reading(_ text: String, _ canonical: String) throws {
    let address = try IPv6Address(text)
    #expect(address.description == canonical)
    #expect(try IPv6Address(canonical) == address)
  }

  @Test("Groups land in their places")
  func bits() throws {
    #expect(try IPv6Address("2001:db8::1:2").bits == 0x2001_0db8 << 96 | 0x0001_0002)
    #expect(try IPv6Address("::").bits == 0)
    #expect(try IPv6Address("1::").bits == 1 << 112)
    #expect(try IPv6Address("1:2:3:4:5:6:7:8").bits == 0x0001_0002_0003_0004_0005_0006_0007_0008)
  }

  @Test(
    "A text that isn't an IPv6 address is refused where it goes wrong",
    arguments: [
      ("", .empty, 0), (":", .emptyPart, 0), (":1:2:3:4:5:6:7", .emptyPart, 0), (":::", .unexpectedCharacter, 2),
      ("1:2:3:4:5:6:7", .tooFewParts, 13), ("1:2:3:4:5:6:7:", .emptyPart, 14), ("1", .tooFewParts, 1),
      ("1::2:", .emptyPart, 5), ("1:2:3:4:5:6:7:8:9", .tooManyParts, 15), ("1:2:3:4:5:6:7:8:", .tooManyParts, 15),
      ("1:2:3:4:5:6:7:8::", .tooManyParts, 15), ("1:2:3:4:5:6:7::8", .tooManyParts, 15),
      ("::1:2:3:4:5:6:7:8", .tooManyParts, 15), ("1::2:3:4:5:6:7:8", .tooManyParts, 14),
      ("1::2::3", .repeatedElision, 4), ("::1::", .repeatedElision, 3), ("12345::", .groupTooLong, 0),
      ("1:00002::", .groupTooLong, 2), ("1::g", .unexpectedCharacter, 3), ("1:g::", .unexpectedCharacter, 2),
      ("1:2:3:4:5:6:7:1.2.3.4", .tooManyParts, 14), ("1:2:3:4:5:6::1.2.3.4", .tooManyParts, 13),
      ("1:2:3:4:5:1.2.3.4", .tooFewParts, 17), ("::1.2.3", .tooFewParts, 7), ("::1.2.3.256", .octetOutOfRange, 8),
      ("::1.2.3.4.5", .tooManyParts, 9), ("::1.2.3.4:5", .unexpectedCharacter, 9), ("::01.2.3.4", .leadingZero, 2),
      ("::ab.2.3.4", .unexpectedCharacter, 2), ("fe80::1%eth0", .zone, 7), ("fe80::%1", .zone, 6),
      ("1:2:3%4", .zone, 5), (" ::1", .unexpectedCharacter, 0), ("::1 ", .unexpectedCharacter, 3),
      ("[::1]", .unexpectedCharacter, 0), ("::1/128", .unexpectedCharacter, 3), ("10.0.0.1", .tooFewParts, 8),
      ("::\0", .unexpectedCharacter, 2), ("1:2:3:4:5:6:7:é", .unexpectedCharacter, 14),
    ] as [(String, AddressParseError.Reason, Int)])
  func refusing(_ text: String, _ reason: AddressParseError.Reason, _ offset: Int) throws {
    let error = try #require(throws: AddressParseError.self) { try IPv6Address(text) }
    #expect(error.reason == reason)
    #expect(error.offset == offset)
  }

  @Test("Any address survives being written and read, with runs of zeros and ones made likely")
  func roundTrip() throws {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<2000 {
      var bits: UInt128 = 0
      for _ in 0..<8 {
        let group: UInt16 =
          [0, 0, 0, 0xffff, generator.next(), generator.next() & 0xff].randomElement(using: &generator) ?? 0
        bits = bits << 16 | UInt128(group)
      }
      let address = IPv6Address(bits: bits)
      #expect(try IPv6Address(address.description) == address, "seed 2")
    }
  }
}
