import DNSMessages
import IPAddressing
import LoopbackServers
import Probing
import Testing

/// NSD as the public internet and as Azure's private zones, Unbound as the asker's resolver between them.
@Suite("Real DNS servers", .enabled(if: AuthoritativeServer.isInstalled, "nsd isn't installed"))
struct RealDNSTests {
  private static let vault = "kv1.vault.azure.net"
  private static let alias = "kv1.privatelink.vaultcore.azure.net"

  /// What public DNS says of a vault with an approved private endpoint, and of names that are odd.
  private static let publicZones = [
    "vault.azure.net": """
    kv1 900 CNAME kv1.privatelink.vaultcore.azure.net.
    kv2 900 CNAME data-prod-weu.vaultcore.azure.net.
    loop1 60 CNAME loop2
    loop2 60 CNAME loop1
    many 60 A 10.0.0.1
    only6 60 AAAA fd00::4
    """
      + "\n" + (1...250).map { "many 60 A 10.9.\($0 / 250).\($0)" }.joined(separator: "\n"),
    "vaultcore.azure.net": """
    kv1.privatelink 60 CNAME data-prod-weu
    data-prod-weu 60 A 20.50.1.2
    """,
  ]
  private static let privateZones = [
    "privatelink.vaultcore.azure.net": "kv1 10 A 10.12.4.20"
  ]

  private func ask(
    _ port: Int, _ name: String, _ type: DNSRecordType = .a, timeout: Duration = .seconds(20)
  ) async throws -> DNSAnswer {
    let server = SocketAddress(try IPAddress("127.0.0.1"), port: port)
    return try #require(
      try await DNSProbe(servers: [server], timeout: timeout).ask([DNSQuestion(name, type)]).first)
  }

  private func values(_ answer: DNSAnswer) -> [String] { (answer.aliases + answer.records).map(\.value) }

  @Test("NSD's answers are read: chains, many records over TCP, absence")
  func authoritative() async throws {
    let server = try #require(await AuthoritativeServer(zones: Self.publicZones))
    let chain = try await ask(server.port, "kv2.vault.azure.net")
    #expect(values(chain) == ["data-prod-weu.vaultcore.azure.net", "20.50.1.2"])
    #expect(chain.aliases.first?.ttl == 900)
    #expect(chain.isAuthoritative)
    #expect(chain.faults.isEmpty)

    let many = try await ask(server.port, "many.vault.azure.net")
    #expect(many.transport == .tcp)
    #expect(many.addresses.count == 251)

    let absent = try await ask(server.port, "nobody.vault.azure.net")
    #expect(absent.outcome == .nonexistentDomain)
    #expect(try await ask(server.port, Self.vault, .aaaa).outcome == .noData)
    #expect(try await ask(server.port, "only6.vault.azure.net").outcome == .noData)
    #expect(try await ask(server.port, "only6.vault.azure.net", .aaaa).addresses == [try IPAddress("fd00::4")])
    #expect(try await ask(server.port, "login.contoso.com").outcome == .serverError)
    #expect(try await ask(server.port, Self.vault, .cname).records.map(\.value) == [Self.alias])
    let loop = try await ask(server.port, "loop1.vault.azure.net")
    #expect(loop.outcome == .unusable)
    #expect(loop.faults == [.aliasLoop("loop1.vault.azure.net")])
  }

  @Test(
    "A resolver that forwards to the private zone gives the private address; one that doesn't, the public one",
    .enabled(if: ForwardingServer.isInstalled, "unbound isn't installed"))
  func forwarders() async throws {
    let open = try #require(await AuthoritativeServer(zones: Self.publicZones))
    let azure = try #require(await AuthoritativeServer(zones: Self.privateZones))
    let dead = try #require(FreePort.next())
    let stubs = ["vault.azure.net": open.port, "vaultcore.azure.net": open.port]

    let right = try #require(
      await ForwardingServer(stubs: stubs.merging(["privatelink.vaultcore.azure.net": azure.port]) { $1 }))
    let answer = try await ask(right.port, Self.vault)
    #expect(values(answer) == [Self.alias, "10.12.4.20"])
    #expect(answer.records.first?.ttl ?? .max <= 10)
    #expect(!answer.isAuthoritative)

    let wrong = try #require(await ForwardingServer(stubs: stubs))
    #expect(
      values(try await ask(wrong.port, Self.vault))
        == [Self.alias, "data-prod-weu.vaultcore.azure.net", "20.50.1.2"])

    let broken = try #require(
      await ForwardingServer(stubs: stubs.merging(["privatelink.vaultcore.azure.net": dead]) { $1 }))
    // Unbound keeps trying: whether it gives up in time, with SERVFAIL, depends on the machine.
    let failed = try await ask(broken.port, Self.vault, timeout: .milliseconds(700))
    #expect(!failed.isUsable)
    #expect(failed.addresses.isEmpty)

    let empty = try #require(
      await AuthoritativeServer(zones: ["privatelink.vaultcore.azure.net": "other 10 A 10.12.4.99"]))
    let linked = try #require(
      await ForwardingServer(stubs: stubs.merging(["privatelink.vaultcore.azure.net": empty.port]) { $1 }))
    let absent = try await ask(linked.port, Self.vault)
    #expect(absent.outcome == .nonexistentDomain)
    #expect(absent.lastName == Self.alias)
  }
}
