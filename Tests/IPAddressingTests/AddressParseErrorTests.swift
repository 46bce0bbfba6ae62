import IPAddressing
import Testing

@Suite("What a refused text is told")
struct AddressParseErrorTests {
  @Test(
    "An error says in one sentence what is wrong and where",
    arguments: [
      ("10.0.0.0/33", #""10.0.0.0/33" is not an address prefix: the length 33 at offset 9 is above 32"#),
      ("::/129", #""::/129" is not an address prefix: the length 129 at offset 3 is above 128"#),
      ("", #""" is not an address prefix: the text is empty"#),
      ("10.0.0.300", #""10.0.0.300" is not an address prefix: the octet 300 at offset 7 is above 255"#),
      ("10.0.0.x", #""10.0.0.x" is not an address prefix: unexpected character "x" at offset 7"#),
      ("Internet", #""Internet" is not an address prefix: unexpected character "I" at offset 0"#),
      ("10.0.0.é", #""10.0.0.é" is not an address prefix: unexpected character "é" at offset 7"#),
      ("10.0.0.1\n", #""10.0.0.1\n" is not an address prefix: unexpected character "\n" at offset 8"#),
      ("10..0.1", #""10..0.1" is not an address prefix: a number is missing at offset 3"#),
      ("10.0.01.1", #""10.0.01.1" is not an address prefix: the number 01 at offset 5 starts with a zero"#),
      ("10.0.0", #""10.0.0" is not an address prefix: it has too few parts and ends at offset 6"#),
      ("1.2.3.4.5", #""1.2.3.4.5" is not an address prefix: it has too many parts from offset 7 on"#),
      ("12345::", #""12345::" is not an address prefix: the group 12345 at offset 0 has more than four digits"#),
      ("1::2::", #""1::2::" is not an address prefix: a second "::" stands at offset 4"#),
      (
        "fe80::1%eth0",
        #""fe80::1%eth0" is not an address prefix: it names a zone at offset 7, which has a meaning on one host only"#
      ),
      ("10.0.0.0/", #""10.0.0.0/" is not an address prefix: the length is missing at offset 9"#),
      ("10.0.0.1/8", #""10.0.0.1/8" is not an address prefix: the address at offset 0 has bits set beyond the length"#),
    ])
  func sentences(_ text: String, _ sentence: String) throws {
    let error = try #require(throws: AddressParseError.self) { try IPPrefix(text) }
    #expect(error.description == sentence)
  }

  @Test("An error names what was wanted")
  func subjects() {
    func subject(_ read: () throws -> Void) -> String? {
      (#expect(throws: AddressParseError.self, performing: read)?.description.split(separator: ":").first).map {
        String($0.dropFirst(11))
      }
    }
    #expect(subject { _ = try IPAddress("x") } == "an IP address")
    #expect(subject { _ = try IPv4Address("x") } == "an IPv4 address")
    #expect(subject { _ = try IPv6Address("x") } == "an IPv6 address")
    #expect(subject { _ = try IPPrefix("x") } == "an address prefix")
    #expect(subject { _ = try IPv4Prefix("x") } == "an IPv4 prefix")
    #expect(subject { _ = try IPv6Prefix("x") } == "an IPv6 prefix")
    #expect(subject { _ = try AddressRange<IPv4Address>("x") } == "an IPv4 range")
    #expect(subject { _ = try AddressRange<IPv6Address>("x") } == "an IPv6 range")
  }

  @Test("A long text is cut to 60 characters, the last of them a sign of the cut", arguments: [60, 61, 99, 5000])
  func cut(_ count: Int) throws {
    let text = String(repeating: "x", count: count)
    let error = try #require(throws: AddressParseError.self) { try IPAddress(text) }
    #expect(error.input == (count > 60 ? String(repeating: "x", count: 59) + "…" : text))
    #expect(error.reason == (count > 100 ? .tooLong : .unexpectedCharacter))
  }

  @Test("The place may lie in the part that was cut off")
  func placeBeyondCut() throws {
    let text = "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff-ffff:ffff:ffff:ffff:ffff:ffff:ffff:99999"
    let error = try #require(throws: AddressParseError.self) { try AddressRange<IPv6Address>(text) }
    #expect(error.offset == 75)
    #expect(error.description.hasSuffix("the group 99999 at offset 75 has more than four digits"))
  }
}
