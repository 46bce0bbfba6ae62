import DNSMessages
import TestSupport
import Testing

@Suite("Messages of DNS")
struct DNSMessageTests {
  @Test("A question is packed as RFC 1035 and RFC 6891 say")
  func query() throws {
    let wire = try DNSMessage.query(DNSQuestion("KV1.vault.azure.net.", .a), id: 0xbeef, ednsSize: 1232)
    var expected = DNSWire(id: 0xbeef, flags: 0x0100, questions: 1, answers: 0)
    expected.append(question: "kv1.vault.azure.net", type: 1)
    // The last of the header's counts is that of the EDNS record: root, type 41, 1232 bytes, no flags, no data.
    var bytes = expected.bytes
    bytes[11] = 1
    #expect(wire == bytes + [0, 0, 41, 0x04, 0xd0, 0, 0, 0, 0, 0, 0])
    let plain = try DNSMessage.query(DNSQuestion("kv1.vault.azure.net", .a), id: 0xbeef, ednsSize: nil)
    #expect(plain == expected.bytes)
  }

  @Test("An answer gives its records in order, names folded, TTLs as they are")
  func answer() throws {
    var wire = DNSWire(questions: 1, answers: 2)
    wire.append(question: "KV1.Vault.Azure.Net", type: 1)
    wire.append("KV1.Vault.Azure.Net", type: 5, ttl: 900, data: DNSWire.name("kv1.PRIVATELINK.vaultcore.azure.net"))
    wire.append("kv1.privatelink.vaultcore.azure.net", type: 1, ttl: 10, data: [10, 12, 4, 20])
    let message = try DNSMessage(wire: wire.bytes)
    #expect(message.id == 0x1234)
    #expect(message.isResponse)
    #expect(!message.isTruncated)
    #expect(message.code == .noError)
    #expect(message.questions == [DNSQuestion("kv1.vault.azure.net", .a)])
    #expect(
      message.answers == [
        DNSRecord(owner: "kv1.vault.azure.net", type: .cname, ttl: 900, value: "kv1.privatelink.vaultcore.azure.net"),
        DNSRecord(owner: "kv1.privatelink.vaultcore.azure.net", type: .a, ttl: 10, value: "10.12.4.20"),
      ])
  }

  @Test("The codes have IANA's names")
  func codes() {
    #expect("\(DNSResponseCode.nonexistentDomain)" == "NXDOMAIN")
    #expect("\(DNSResponseCode.serverFailure)" == "SERVFAIL")
    #expect("\(DNSResponseCode(rawValue: 16))" == "BADVERS")
    #expect("\(DNSResponseCode(rawValue: 77))" == "RCODE77")
    #expect("\(DNSRecordType(rawValue: 99))" == "TYPE99")
  }

  /// A record's owner that points at itself, at what follows, at another pointer that leads back.
  @Test(
    "Compression pointers that lead nowhere are refused and named",
    arguments: [[0xc0, 0x21], [0xc0, 0xff], [0xc0, 0x23, 0xc0, 0x21]] as [[UInt8]])
  func pointers(_ pointer: [UInt8]) {
    var wire = DNSWire(questions: 1, answers: 1)
    wire.append(question: "a.example.contoso.com", type: 1)
    // Offset 0x27 is where the answer begins; pad so that the pointers' targets are in it.
    while wire.bytes.count < 0x21 { wire.append(raw: [0]) }
    wire.append(raw: pointer)
    wire.append(raw: [0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 10, 0, 0, 1])
    let error = #expect(throws: DNSMessageError.self) { try DNSMessage(wire: wire.bytes) }
    #expect(error?.reason == .malformed)
    #expect(error?.description.isEmpty == false)
  }

  @Test("A message that is cut anywhere is refused, or is a shorter message; nothing is read behind its end")
  func everyPrefix() throws {
    var wire = DNSWire(questions: 1, answers: 2)
    wire.append(question: "kv1.vault.azure.net", type: 1)
    wire.append("kv1.vault.azure.net", type: 5, data: DNSWire.name("kv1.privatelink.vaultcore.azure.net"))
    wire.append("kv1.privatelink.vaultcore.azure.net", type: 1, data: [10, 12, 4, 20])
    for length in 0..<wire.bytes.count {
      #expect(throws: DNSMessageError.self) { try DNSMessage(wire: Array(wire.bytes[..<length])) }
    }
    #expect(try DNSMessage(wire: wire.bytes).answers.count == 2)
  }

  @Test(
    "Names that no message can hold are refused before they are sent",
    arguments: [
      ("", "it is empty"), (".", "it is empty"), ("a..b", "two dots have nothing between them"),
      (String(repeating: "a", count: 64) + ".net", "a part of it is longer than 63 characters"),
      (String(repeating: "abcdefg.", count: 33) + "net", "it is longer than 253 characters"),
      ("kv 1.net", "\" \" can't stand in a host's name"), ("kv/1.net", "\"/\" can't stand in a host's name"),
      ("bücher.de", "a letter outside ASCII can't stand in a host's name"),
    ])
  func names(_ text: String, _ fault: String) {
    #expect(DNSName.fault(in: text) == fault)
  }

  @Test("Names of services are as they should be", arguments: ["kv1.vault.azure.net.", "_ldap._tcp.contoso.com", "a"])
  func rightNames(_ text: String) { #expect(DNSName.fault(in: text) == nil) }
}
