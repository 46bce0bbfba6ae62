import Glibc
import IPAddressing
import Testing
import TestSupport

@Suite("Parsers fed with anything")
struct ParserFuzzTests {
  /// Valid texts, to be damaged.
  private static let models = [
    "10.0.0.4", "255.255.255.255", "0.0.0.0/0", "10.0.0.0-10.0.0.9", "::", "1:2:3:4:5:6:7:8", "fd00::1.2.3.4/128",
    "::ffff:10.0.0.4", "2001:db8::/32", "fe80::1%eth0", "22,80,1000-2000", "*", "1::8", "1:2:3:4:5:6:1.2.3.4",
  ]

  private static let alphabet = Array("0123456789abcdefABCDEFg.:/-,*% \0é".utf8)

  /// A model damaged at up to four places, or bytes at random.
  private static func text(using generator: inout SplitMix64) -> String {
    var bytes = Array((models.randomElement(using: &generator) ?? "").utf8)
    if Int.random(in: 0..<8, using: &generator) == 0 {
      bytes = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
        UInt8.random(in: .min ... .max, using: &generator)
      }
    }
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      let byte = alphabet.randomElement(using: &generator) ?? 0
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes.insert(byte, at: place)
      case 1 where place < bytes.count: bytes[place] = byte
      default: if place < bytes.count { bytes.remove(at: place) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "Whatever is read is written so that it reads the same, and a fault lies in the text",
    arguments: 600..<608 as Range<UInt64>)
  func roundTrips(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<1500 {
      let text = Self.text(using: &generator)
      check(text, seed) { text throws(AddressParseError) in try IPv4Address(text) }
      check(text, seed) { text throws(AddressParseError) in try IPv6Address(text) }
      check(text, seed) { text throws(AddressParseError) in try IPAddress(text) }
      check(text, seed) { text throws(AddressParseError) in try IPv4Prefix(text) }
      check(text, seed) { text throws(AddressParseError) in try IPPrefix(text, hostBits: .masked) }
      check(text, seed) { text throws(AddressParseError) in try AddressRange<IPv4Address>(text) }
      check(text, seed) { text throws(AddressParseError) in try AddressRange<IPv6Address>(text) }
      checkPorts(text, seed)
    }
  }

  private func check<Value: Equatable & CustomStringConvertible>(
    _ text: String, _ seed: UInt64, _ read: (String) throws(AddressParseError) -> Value
  ) {
    do throws(AddressParseError) {
      let value = try read(text)
      #expect(try read(value.description) == value, "seed \(seed): \(text.debugDescription)")
    } catch {
      #expect((0...text.utf8.count).contains(error.offset), "seed \(seed): \(text.debugDescription)")
      #expect(error.description.contains(" is not an "), "seed \(seed): \(text.debugDescription)")
    }
  }

  private func checkPorts(_ text: String, _ seed: UInt64) {
    do throws(PortParseError) {
      let ports = try PortSet(text)
      #expect(try PortSet(ports.description) == ports, "seed \(seed): \(text.debugDescription)")
    } catch {
      #expect((0...text.utf8.count).contains(error.offset), "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("Addresses are those of the C library, no more and no fewer", arguments: 700..<708 as Range<UInt64>)
  func againstLibrary(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<4000 {
      let text = Self.text(using: &generator)
      guard !text.utf8.contains(0) else { continue }
      var quad: UInt32 = 0
      let isQuad = inet_pton(AF_INET, text, &quad) == 1
      #expect((try? IPv4Address(text))?.bits == (isQuad ? UInt32(bigEndian: quad) : nil), "seed \(seed): \(text)")
      var groups: UInt128 = 0
      let isGroups = inet_pton(AF_INET6, text, &groups) == 1
      #expect((try? IPv6Address(text))?.bits == (isGroups ? UInt128(bigEndian: groups) : nil), "seed \(seed): \(text)")
    }
  }
}
