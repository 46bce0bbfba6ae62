import IPAddressing
import Testing

@Suite("What a refused text of ports is told")
struct PortParseErrorTests {
  @Test(
    "An error says in one sentence what is wrong and where",
    arguments: [
      ("", .empty, 0, "the text is empty"), ("65536", .portOutOfRange, 0, "the port 65536 at offset 0 is above 65535"),
      ("1-99999999999999999999", .portOutOfRange, 2, "the port 99999999999999999999 at offset 2 is above 65535"),
      ("022", .leadingZero, 0, "the port 022 at offset 0 starts with a zero"),
      ("80,00", .leadingZero, 3, "the port 00 at offset 3 starts with a zero"),
      ("2000-1000", .rangeReversed, 5, "the end 1000 at offset 5 lies before the start"),
      ("22,", .portMissing, 3, "a port is missing at offset 3"),
      (",22", .portMissing, 0, "a port is missing at offset 0"),
      ("22-", .portMissing, 3, "a port is missing at offset 3"),
      ("22--23", .portMissing, 3, "a port is missing at offset 3"),
      ("-1", .portMissing, 0, "a port is missing at offset 0"),
      ("22, 80", .unexpectedCharacter, 3, #"unexpected character " " at offset 3"#),
      ("ssh", .unexpectedCharacter, 0, #"unexpected character "s" at offset 0"#),
      ("22-*", .unexpectedCharacter, 3, #"unexpected character "*" at offset 3"#),
      ("**", .unexpectedCharacter, 1, #"unexpected character "*" at offset 1"#),
      ("*-22", .unexpectedCharacter, 1, #"unexpected character "-" at offset 1"#),
      ("1-2-3", .unexpectedCharacter, 3, #"unexpected character "-" at offset 3"#),
      ("22é", .unexpectedCharacter, 2, #"unexpected character "é" at offset 2"#),
      ("22\0", .unexpectedCharacter, 2, #"unexpected character "\0" at offset 2"#),
    ] as [(String, PortParseError.Reason, Int, String)])
  func sentences(_ text: String, _ reason: PortParseError.Reason, _ offset: Int, _ explanation: String) throws {
    let error = try #require(throws: PortParseError.self) { try PortSet(text) }
    #expect(error.reason == reason)
    #expect(error.offset == offset)
    #expect(error.description == "\(text.debugDescription) is not a set of ports: \(explanation)")
  }
}
