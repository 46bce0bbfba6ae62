import Glibc
import IPAddressing
import JSONDocument
import LoopbackServers
import Probing
import Testing

@Suite("HTTP proxies")
struct ProxyTests {
  private func result(_ proxy: String, _ host: String, port: Int = 443) async throws -> TCPResult {
    let tcp = TCPProbe(count: 1, interval: .zero, timeout: .seconds(30), proxy: try HTTPProxy(proxy))
    return try #require(await tcp.run([HostPort(host: host, port: port)]).first)
  }

  @Test("A tunnel is timed, and what a proxy refuses is told apart")
  func answers() async throws {
    let listener = try #require(LoopbackSocket(SOCK_STREAM))
    defer { close(listener.descriptor) }
    let closed = try #require(FreePort.next())
    let proxy = try #require(await ConnectProxy(names: ["kv1.vault.azure.net": "127.0.0.1"], credentials: "ann:p w"))
    let url = "http://ann:p%20w@127.0.0.1:\(proxy.port)"
    let open = try await result(url, "kv1.vault.azure.net", port: listener.port)
    #expect(open.isOpen)
    #expect(open.address?.port == proxy.port)
    #expect(open.average ?? .zero > .zero)
    #expect(try await result(url, "kv1.vault.azure.net", port: closed).lastError?.code == "proxyCannotReach")
    #expect(try await result(url, "kv2.vault.azure.net").lastError?.code == "proxyCannotReach")
    #expect(try await result(url, "denied.contoso.com").lastError?.code == "proxyRefused")
    #expect(try await result(url, "garbage.contoso.com").lastError?.code == "proxyAnswerInvalid")
    let stranger = try await result("127.0.0.1:\(proxy.port)", "kv1.vault.azure.net")
    #expect(stranger.lastError?.code == "proxyAuthenticationRequired")
    let nobody = try await result("127.0.0.1:\(closed)", "kv1.vault.azure.net")
    #expect(nobody.lastError?.code == "proxyUnreachable")
    // Neither the password nor the user is ever printed.
    #expect(!"\(open.json)".contains("ann"))
  }

  @Test(
    "Proxies are read as people write them",
    arguments: [
      ("http://10.0.0.10:3128", "http://10.0.0.10:3128"), ("10.0.0.10:3128", "http://10.0.0.10:3128"),
      ("http://user:p%40ss@proxy.contoso.com/", "http://proxy.contoso.com:80"),
      ("HTTP://[fd00::1]:8080", "http://[fd00::1]:8080"),
    ])
  func urls(_ text: String, _ printed: String) throws { #expect("\(try HTTPProxy(text))" == printed) }

  @Test(
    "What is no HTTP proxy is refused with what is wanted",
    arguments: ["https://p:1", "socks5://p:1", "", "http://", "http://p:0", "http://p:1/path", "p q:1"])
  func wrong(_ text: String) {
    let error = #expect(throws: ProxyURLError.self) { try HTTPProxy(text) }
    #expect(error?.description.contains("http://") == true)
  }
}
