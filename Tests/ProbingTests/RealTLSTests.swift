import Glibc
import IPAddressing
import JSONDocument
import LoopbackServers
import Probing
import TLSHandshakes
import Testing

/// OpenSSL's server with certificates of an authority made for the test.
@Suite("Real TLS servers", .enabled(if: CertificateFolder.isInstalled, "openssl isn't installed"))
struct RealTLSTests {
  private static let vault = "kv1.vault.azure.net"

  private func probe(
    _ port: Int, _ certificates: CertificateFolder?, name: String = vault, host: String = "127.0.0.1"
  ) async throws -> TLSResult {
    let tls = TLSProbe(timeout: .seconds(30), serverName: name, authorities: certificates?.authority)
    return try #require(await tls.run([HostPort(host: host, port: port)]).first)
  }

  @Test("A certificate of a trusted authority for the name is trusted, and shown")
  func trusted() async throws {
    let certificates = try #require(CertificateFolder())
    try #require(certificates.issue("vault", subjectAlternativeName: "DNS:*.vault.azure.net,DNS:other,IP:127.0.0.1"))
    let server = try #require(await TLSServer(certificates, "vault"))
    let result = try await probe(server.port, certificates)
    #expect(result.outcome == .trusted)
    let certificate = try #require(result.handshake?.certificate)
    #expect(certificate.names == ["*.vault.azure.net", "other", "127.0.0.1"])
    #expect(certificate.issuer == "CN=Contoso Test Authority")
    #expect(certificate.subject == "CN=vault")
    #expect(certificate.fingerprint.count == 64)
    #expect(result.handshake?.version == "TLSv1.3")
    #expect(result.connectTime ?? .zero > .zero)
    #expect(result.json["certificate"]?["names"]?.elements?.count == 3)
    // The address is a name of the certificate, too.
    #expect(try await probe(server.port, certificates, name: "127.0.0.1").outcome == .trusted)
  }

  @Test("A privatelink name, with one label more than the wildcard covers, doesn't match")
  func mismatch() async throws {
    let certificates = try #require(CertificateFolder())
    try #require(certificates.issue("blob", subjectAlternativeName: "DNS:*.blob.core.windows.net"))
    let server = try #require(await TLSServer(certificates, "blob"))
    let result = try await probe(server.port, certificates, name: "st1.privatelink.blob.core.windows.net")
    #expect(result.outcome == .nameMismatch)
    #expect(result.fault == "the certificate isn't for st1.privatelink.blob.core.windows.net")
    #expect(result.json["outcome"] == "nameMismatch")
    #expect(try await probe(server.port, certificates, name: "st1.blob.core.windows.net").outcome == .trusted)
  }

  @Test("An authority that this machine doesn't know is told, as an inspecting proxy's is")
  func unknownAuthority() async throws {
    let (inspector, known) = (try #require(CertificateFolder()), try #require(CertificateFolder()))
    try #require(inspector.issue("vault", subjectAlternativeName: "DNS:\(Self.vault)"))
    let server = try #require(await TLSServer(inspector, "vault"))
    for authorities in [known, nil] {
      let result = try await probe(server.port, authorities)
      #expect(result.outcome == .untrusted)
      #expect(result.fault?.hasPrefix("the certificate isn't trusted: ") == true)
      #expect(result.handshake?.matchesName == true)
    }
  }

  @Test("A certificate out of date is told as that")
  func expired() async throws {
    let certificates = try #require(CertificateFolder())
    try #require(
      certificates.issue(
        "old", subjectAlternativeName: "DNS:\(Self.vault)", dates: ("20200101000000Z", "20210101000000Z")))
    let server = try #require(await TLSServer(certificates, "old"))
    let result = try await probe(server.port, certificates)
    #expect(result.outcome == .untrusted)
    #expect(result.fault == "the certificate isn't trusted: certificate has expired")
    #expect(result.json["certificate"]?["validUntil"] == "2021-01-01T00:00:00Z")
  }

  @Test("Servers without TLS, silent ones and closed ports are told apart")
  func noHandshake() async throws {
    let silent = try #require(LoopbackSocket(SOCK_STREAM))
    let tls = TLSProbe(timeout: .milliseconds(300), serverName: Self.vault)
    let targets = [HostPort(host: "127.0.0.1", port: silent.port)]
    #expect(await tls.run(targets).first?.code == "handshakeTimeout")
    let port = try #require(FreePort.next())
    #expect(await tls.run([HostPort(host: "127.0.0.1", port: port)]).first?.code == "refused")
    let dns = try #require(FakeDNSServer { _, _ in [[1, 2, 3, 4, 5, 6, 7]] })
    defer { dns.stop() }
    let other = try await probe(dns.port, nil)
    #expect(["handshakeFailed", "handshakeClosed"].contains(other.code))
  }

  @Test("A proxy's tunnel leads to the server that the proxy resolves, and shows its certificate")
  func proxy() async throws {
    let certificates = try #require(CertificateFolder())
    try #require(certificates.issue("vault", subjectAlternativeName: "DNS:\(Self.vault)"))
    let server = try #require(await TLSServer(certificates, "vault"))
    let proxy = try #require(await ConnectProxy(names: [Self.vault: "127.0.0.1"]))
    let target = HostPort(host: Self.vault, port: server.port)
    let tls = TLSProbe(
      timeout: .seconds(30), authorities: certificates.authority,
      proxy: try HTTPProxy("http://127.0.0.1:\(proxy.port)"))
    let result = try #require(await tls.run([target]).first)
    #expect(result.outcome == .trusted)
    #expect(result.address?.port == proxy.port)
    #expect(result.json["proxy"]?.text == "http://127.0.0.1:\(proxy.port)")
  }
}
