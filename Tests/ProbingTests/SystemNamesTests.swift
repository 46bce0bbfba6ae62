import IPAddressing
import Probing
import Testing

@Suite("What this machine's files say about names")
struct SystemNamesTests {
  @Test("Servers come in the order of resolv.conf, comments and zones left out")
  func servers() throws {
    let text = """
      # nameserver 10.9.9.9
      search contoso.com
      nameserver 10.0.0.4
      nameserver\tfe80::1%eth0 ; the router
      nameserver nonsense
      options edns0
      """
    let names = SystemNames(resolverConfiguration: text, hosts: "")
    #expect(names.servers == [try IPAddress("10.0.0.4"), try IPAddress("fe80::1")])
  }

  @Test("All names of a hosts line have its address, whatever their case")
  func hosts() throws {
    let text = "127.0.0.1 localhost\n10.12.4.20\tKV1.vault.azure.net kv1 # for a test\n#10.0.0.9 kv1\nbroken kv1\n"
    let names = SystemNames(resolverConfiguration: "", hosts: text)
    #expect(names.hosts["kv1.vault.azure.net"] == [try IPAddress("10.12.4.20")])
    #expect(names.hosts["kv1"] == [try IPAddress("10.12.4.20")])
    #expect(names.hosts["for"] == nil)
  }
}
