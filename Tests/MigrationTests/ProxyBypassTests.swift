import Migration
import Testing

@Suite("Bypass lists of proxies")
struct ProxyBypassTests {
  @Test(
    "Names, dots and stars are matched as programs do",
    arguments: [
      ("kv.vault.azure.net", "KV.vault.azure.net", true), ("kv.vault.azure.net", "a.kv.vault.azure.net", false),
      (".vault.azure.net", "kv.vault.azure.net", true), (".vault.azure.net", "vault.azure.net", true),
      ("*.vault.azure.net", "kv.vault.azure.net", true), ("*.vault.azure.net", "vault.azure.net", false),
      ("*.privatelink.*", "x.disc.privatelink.prod.migration.windowsazure.com", true), ("*", "anything.at.all", true),
      ("https://*.vault.azure.net/", "kv.vault.azure.net", true), ("vault.azure.net", "kv.vault.azure.net", false),
      ("*vault*net", "kv.vault.azure.net", true), ("*.a.*.a", "x.a.a", false), ("", "kv.vault.azure.net", false),
    ])
  func matching(_ entry: String, _ host: String, _ isDirect: Bool) {
    #expect((ProxyBypass(entry).entry(for: host) != nil) == isDirect)
  }

  @Test("The entries of a list stand apart by semicolons, commas and blanks")
  func list() {
    #expect(ProxyBypass("*.a.net; .b.net,c.net\n<local>").entries == ["*.a.net", ".b.net", "c.net", "<local>"])
  }
}
