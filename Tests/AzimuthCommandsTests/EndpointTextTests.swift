import CommandLineParsing
import Testing

@testable import AzimuthCommands

@Suite("Ends of connections")
struct EndpointTextTests {
  @Test(
    "A port stands behind a colon; an IPv6 address with a port stands in brackets",
    arguments: [
      ("vm-1", "vm-1", nil), ("vm-1:443", "vm-1", 443), ("10.0.0.4:22", "10.0.0.4", 22), ("::1", "::1", nil),
      ("2001:db8::443", "2001:db8::443", nil), ("[2001:db8::1]:443", "2001:db8::1", 443), ("[::1]", "::1", nil),
      ("web-rg/vm-1:65535", "web-rg/vm-1", 65535),
    ] as [(String, String, UInt16?)])
  func parts(_ text: String, _ name: String, _ port: UInt16?) throws {
    let end = try EndpointText(text)
    #expect(end.name == name)
    #expect(end.port == port)
  }

  @Test(
    "A port that is none is refused", arguments: ["vm-1:", "vm-1:0", "vm-1:65536", "vm-1:http", "[::1]443", "[::1]:x"])
  func refused(_ text: String) {
    #expect(throws: UsageError.self) { try EndpointText(text) }
  }
}
