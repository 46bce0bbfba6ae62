import IPAddressing
import Migration
import TestSupport
import Testing

/// No public source has the file's form: every form that pairs of names and addresses have is read.
@Suite("The portal's DNS settings")
struct DNSSettingsTests {
  private static let pairs = [
    ("x.cus.disc.privatelink.prod.migration.windowsazure.com", "10.12.4.23"), ("kv.vault.azure.net", "10.12.4.20"),
  ]

  @Test(
    "Names and addresses are read in whichever form they stand",
    arguments: [
      "%1\t%2", "%2 %1", "%1,%2", "%2;%1", "\"%1\",\"%2\"", "%1: %2", "%1:%2", "https://%1/ %2", "%1 = %2",
      "{\"fqdn\": \"%1\", \"ipAddresses\": [\"%2\"]},", "%1\n    %2", "%2\t%1 # a comment 10.9.9.9", "| %1 | %2 |",
      "%1. %2",
    ])
  func forms(_ form: String) throws {
    let lines = Self.pairs.map { pair in
      var text = ""
      var rest = form[...]
      while let mark = rest.firstIndex(of: "%") {
        text += rest[..<mark] + (rest[rest.index(after: mark)] == "1" ? pair.0 : pair.1)
        rest = rest[rest.index(mark, offsetBy: 2)...]
      }
      return text + rest
    }
    let settings = DNSSettings("FQDN and private IP address of contoso\n" + lines.joined(separator: "\r\n") + "\n")
    #expect(settings.entries.map(\.name) == Self.pairs.map(\.0))
    #expect(settings.entries.map { $0.addresses.map(\.description) } == Self.pairs.map { [$0.1] })
    #expect(settings.strayLines.isEmpty)
  }

  @Test("A JSON document, a hosts file with several names, a name with several addresses")
  func others() throws {
    let hosts = DNSSettings("# for tests\n10.12.4.20\tkv.vault.azure.net kv.privatelink.vaultcore.azure.net\n")
    #expect(hosts.entries.map(\.name) == ["kv.vault.azure.net", "kv.privatelink.vaultcore.azure.net"])
    #expect(hosts.entries.allSatisfy { $0.addresses.map(\.description) == ["10.12.4.20"] })
    let several = DNSSettings("acct.documents.azure.com 10.0.0.4 10.0.0.5\nacct.documents.azure.com fd00::4")
    #expect(several.entries.map { $0.addresses.map(\.description) } == [["10.0.0.4", "10.0.0.5", "fd00::4"]])
  }

  @Test("UTF-16 of Windows is read", arguments: [true, false])
  func utf16(_ isLittle: Bool) throws {
    let text = "kv.vault.azure.net\t10.12.4.20\r\n"
    let bytes = [UInt16(0xfeff)] + Array(text.utf16)
    let settings = DNSSettings(
      bytes: bytes.flatMap { isLittle ? [UInt8($0 & 0xff), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xff)] })
    #expect(settings.addresses(of: "kv.vault.azure.net") == [try IPAddress("10.12.4.20")])
  }

  @Test(
    "What isn't a pair isn't made one",
    arguments: ["", "version 1.2.3", "10.0.0.4", "see portal.azure", "a.b 10.0.0.4"])
  func nothing(_ text: String) { #expect(DNSSettings(text).entries.isEmpty) }

  @Test("An address before any name is stray, and named by its line")
  func stray() { #expect(DNSSettings("\n10.0.0.4\nkv.vault.azure.net 10.0.0.5").strayLines == [2]) }

  @Test("Whatever bytes stand in a file, reading ends")
  func random() {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0...255, using: &generator)
          : Array("kv.vault.azure.net:10.0.0.4/\n \t\"{[".utf8).randomElement(using: &generator)!
      }
      let settings = DNSSettings(bytes: bytes)
      #expect(settings.entries.allSatisfy { $0.name.split(separator: ".").count >= 3 }, "seed \(seed)")
    }
  }
}
