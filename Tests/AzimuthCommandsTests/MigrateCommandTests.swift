import Glibc
import JSONDocument
import LoopbackServers
import TestSupport
import Testing

@Suite("azimuth migrate")
struct MigrateCommandTests {
  private static let folder = "\(Paths.root)Examples/migrate-private-endpoints/"
  private static let snapshot = folder + "snapshot.json"
  private static let settings = folder + "dns-settings.txt"

  private func run(_ line: String, _ more: [String] = []) async throws -> AzimuthRun {
    try await AzimuthRun(line.split(separator: " ").map(String.init) + more, fixture: nil)
  }

  @Test(
    "The example's answers are those of the golden files",
    arguments: [
      ("verify", "migrate verify --from appliance-1"), ("verify-json", "migrate verify --from appliance-1 -o json"),
      ("verify-csv", "migrate verify --from appliance-1 -o csv"),
      (
        "forbidden",
        "migrate verify --from appliance-1 --error ForbiddenToAccessKeyVault --account 77777777-7777-7777-7777-777777777777"
      ), ("agent", "migrate verify --from appliance-1 --error AgentNotConnected"), ("hosts", "migrate hosts"),
      ("hosts-json", "migrate hosts -o json"), ("help-verify", "migrate verify --help"),
      ("help-hosts", "migrate hosts --help"),
    ])
  func golden(_ name: String, _ line: String) async throws {
    let run = try await AzimuthRun(
      line.split(separator: " ").map(String.init), fixture: nil,
      environment: line.contains("--help") ? [:] : ["AZIMUTH_SNAPSHOT": Self.snapshot])
    Golden.check(run.transcript, "migrate/\(name).txt")
  }

  @Test("Hosts lines come from the portal's file alone, too")
  func hostsOfFile() async throws {
    let fromFile = try await run("migrate hosts --dns-settings \(Self.settings)")
    let fromSnapshot = try await run("migrate hosts --snapshot \(Self.snapshot)")
    #expect(fromFile.code == 0)
    #expect(fromFile.output == fromSnapshot.output)
    #expect(fromFile.error.contains("for testing"))
  }

  @Test("What nslookup printed on the appliance counts as its probes")
  func nslookup() async throws {
    let folder = try #require(ScratchFolder())
    let text = """
      C:\\>nslookup contosost4711usa.blob.core.windows.net

      Non-authoritative answer:
      Name:    contosost4711usa.privatelink.blob.core.windows.net
      Address:  10.12.4.21
      Aliases:  contosost4711usa.blob.core.windows.net
      """
    let path = folder.write(text, "nslookup.txt")
    let run = try await run("migrate verify --snapshot \(Self.snapshot) --nslookup \(path)")
    #expect(run.code == 0)
    #expect(run.output.contains("pass     AZR770  contosost4711usa.blob.core.windows.net"))
    #expect(run.output.contains("warning  AZR747"))
    let none = try await self.run("migrate verify --snapshot \(Self.snapshot) --nslookup \(Self.settings)")
    #expect(none.code == 3)
    #expect(none.error.contains("holds no answer of nslookup"))
  }

  @Test(
    "On the appliance, with the portal's file and a resolver, --probe says what DNS answers there, and keeps it",
    .enabled(if: AuthoritativeServer.isInstalled, "nsd isn't installed"))
  func probed() async throws {
    let folder = try #require(ScratchFolder())
    // Loopback stands for the private endpoints; nobody listens at its port 443, or somebody without these names.
    let server = try #require(
      await AuthoritativeServer(zones: [
        "vault.azure.net": "contosokv4711 60 CNAME contosokv4711.privatelink.vaultcore.azure.net.",
        "vaultcore.azure.net": "contosokv4711.privatelink 10 A 20.50.1.2",
      ]))
    let settings = folder.write("contosokv4711.vault.azure.net 10.12.4.20\n", "dns.txt")
    let saved = folder.file("probes.json")
    let line =
      "migrate verify --dns-settings \(settings) --probe --server 127.0.0.1:\(server.port) --timeout 1 --save \(saved)"
    let live = try await run(line)
    #expect(live.code == 1)
    #expect(live.output.contains("Cause    AZR770, dns: contosokv4711.vault.azure.net (key vault) from 127.0.0.1"))
    #expect(live.output.contains("forward vault.azure.net"))
    let kept = try #require(JSONFile.value(saved)?["observations"]?.elements)
    #expect(kept.contains { $0["path"] == "/probes/dns/contosokv4711.vault.azure.net" })
    // The snapshot of the cloud and the probes of the appliance meet.
    let both = try await run("migrate verify --snapshot \(Self.snapshot) --snapshot \(saved)")
    #expect(both.code == 1)
    #expect(both.output.contains("fail     AZR770  contosokv4711.vault.azure.net"))
  }

  @Test(
    "What makes no sense is refused with what would",
    arguments: [
      ("migrate verify --error nonsense", 2, "expected ForbiddenToAccessKeyVault, AgentNotConnected"),
      ("migrate verify --proxy-bypass *", 2, "needs --proxy"), ("migrate verify --server 10.0.0.4", 2, "needs --probe"),
      ("migrate verify --save x.json", 2, "needs --probe"), ("migrate verify --from vm", 2, "needs a snapshot"),
      ("migrate verify", 3, "no snapshot was given"),
      ("migrate verify --dns-settings /nonexistent", 3, "can't be read"),
      ("migrate verify nobody --snapshot \(snapshot)", 3, "no Azure Migrate project is called nobody"),
      ("migrate verify --cloud mars", 2, "public, government, china"),
      ("migrate hosts --snapshot \(Paths.fixture("hub-and-spoke"))", 3, "holds no Azure Migrate project"),
    ])
  func refused(_ line: String, _ code: Int32, _ message: String) async throws {
    let run = try await run(line)
    #expect(run.code == code)
    #expect(run.error.contains(message), "\(run.error)")
  }
}
