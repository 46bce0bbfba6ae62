import Glibc
import JSONDocument
import JSONReading
import LoopbackServers
import TestSupport
import Testing

@Suite("azimuth probe")
struct ProbeCommandTests {
  /// Answers every question about a vault with this address, by way of its privatelink alias.
  private static func vaultServer(_ address: [UInt8]) throws -> FakeDNSServer {
    try #require(
      FakeDNSServer { query, _ in
        let isIPv6 = query[query.firstIndex(of: 0, from: 12) + 2] == 28
        var wire = DNSWire(
          id: UInt16(query[0]) << 8 | UInt16(query[1]), questions: 1, answers: isIPv6 ? 0 : 2)
        let (name, alias) = ("kv1.vault.azure.net", "kv1.privatelink.vaultcore.azure.net")
        wire.append(question: name, type: isIPv6 ? 28 : 1)
        if !isIPv6 {
          wire.append(name, type: 5, ttl: 900, data: DNSWire.name(alias))
          wire.append(alias, type: 1, ttl: 10, data: address)
        }
        return [wire.bytes]
      })
  }

  private static let snapshot = """
    {"azimuth": 1, "resources": [
      {"id": "/subscriptions/s/resourceGroups/lab/providers/Microsoft.Network/privateEndpoints/pe-kv",
       "name": "pe-kv", "type": "Microsoft.Network/privateEndpoints",
       "properties": {"customDnsConfigs": [{"fqdn": "kv1.vault.azure.net", "ipAddresses": ["10.12.4.20"]}]}}]}
    """

  private func withFolder(_ body: (String) async throws -> Void) async throws {
    var template = Array("/tmp/azimuth-probe-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer {
      for name in OutsideData.names(in: folder) { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    try await body(folder)
  }

  private static func write(_ text: String, _ path: String) throws {
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }

  @Test("The chain is printed in order, and an answer that is the endpoint's address is healthy")
  func expected() async throws {
    let server = try Self.vaultServer([10, 12, 4, 20])
    defer { server.stop() }
    try await withFolder { folder in
      try Self.write(Self.snapshot, "\(folder)/snapshot.json")
      let line = ["probe", "dns", "KV1.vault.azure.net", "-s", "127.0.0.1:\(server.port)", "--timeout", "20"]
      let run = try await AzimuthRun(line + ["--snapshot", folder], fixture: nil)
      #expect(run.code == 0)
      let lines = run.output.split(separator: "\n")
      #expect(lines.first?.hasPrefix("kv1.vault.azure.net A  from 127.0.0.1:\(server.port)  NOERROR (") == true)
      #expect(
        lines.contains { $0.hasPrefix("kv1.vault.azure.net ") && $0.hasSuffix("kv1.privatelink.vaultcore.azure.net") })
      #expect(lines.last == "=> the private endpoint's address  (lab/pe-kv)")
      // The silent IPv6 answer isn't printed for people.
      #expect(lines.count { $0.contains("from 127.0.0.1") } == 1)
      let json = try JSONParser.value(
        of: Array(try await AzimuthRun(line + ["--snapshot", folder, "-o", "json"], fixture: nil).output.utf8))
      #expect(json["schemaVersion"] == 1)
      #expect(json["answers"]?.elements?.map { $0["type"]?.text } == ["A", "AAAA"])
      let first = try #require(json["answers"]?.elements?.first)
      #expect(first["outcome"] == "answered")
      #expect(first["chain"]?.elements?.map { $0["ttl"] } == [900, 10])
      #expect(first["reading"]?["meaning"] == "private-expected")
      #expect(first["reading"]?["isRight"] == true)
    }
  }

  @Test("An answer that isn't the endpoint's address makes the exit code 1")
  func stale() async throws {
    let server = try Self.vaultServer([10, 12, 4, 99])
    defer { server.stop() }
    try await withFolder { folder in
      try Self.write(Self.snapshot, "\(folder)/snapshot.json")
      let run = try await AzimuthRun(
        [
          "probe", "dns", "kv1.vault.azure.net", "-s", "127.0.0.1:\(server.port)", "--timeout", "20", "--snapshot",
          folder,
          "-o", "csv", "-t", "A",
        ], fixture: nil)
      #expect(run.code == 1)
      #expect(run.output.contains(",kv1.privatelink.vaultcore.azure.net,A,10,10.12.4.99,private-unexpected"))
    }
  }

  @Test("Two servers that disagree are told of")
  func disagreement() async throws {
    let (first, second) = (try Self.vaultServer([10, 12, 4, 20]), try Self.vaultServer([20, 50, 1, 2]))
    defer {
      first.stop()
      second.stop()
    }
    let run = try await AzimuthRun(
      [
        "probe", "dns", "kv1.vault.azure.net", "-s", "127.0.0.1:\(first.port)", "-s", "127.0.0.1:\(second.port)",
        "--timeout", "20",
      ], fixture: nil)
    #expect(run.code == 1)
    #expect(run.error.contains("the servers answer differently for kv1.vault.azure.net"))
  }

  @Test("A dead server and a closed port make the exit code 4")
  func failures() async throws {
    let closed = try #require(LoopbackSocket(SOCK_STREAM))
    close(closed.descriptor)
    let dns = try await AzimuthRun(
      ["probe", "dns", "kv1.vault.azure.net", "-s", "127.0.0.1:\(closed.port)", "--timeout", "1"], fixture: nil)
    #expect(dns.code == 4)
    #expect(dns.output.contains("nobody listens there"))
    let tcp = try await AzimuthRun(
      ["probe", "tcp", "127.0.0.1:\(closed.port)", "--count", "2", "--interval", "0"], fixture: nil, columns: 100)
    #expect(tcp.code == 4)
    #expect(tcp.output.contains("refused"))
    #expect(tcp.output.contains("2 (100 %)"))
    // On a terminal each connection is shown as it happens.
    #expect(tcp.error.split(separator: "\n").count == 3)
    #expect(tcp.error.hasPrefix("Connecting to 127.0.0.1:\(closed.port) (warmup): "))
  }

  @Test("Results are kept as observations, beside what the snapshot holds")
  func saved() async throws {
    let server = try Self.vaultServer([10, 12, 4, 20])
    defer { server.stop() }
    let open = try #require(LoopbackSocket(SOCK_STREAM))
    defer { close(open.descriptor) }
    try await withFolder { folder in
      let path = "\(folder)/snapshot.json"
      try Self.write(Self.snapshot, path)
      let dns = try await AzimuthRun(
        [
          "probe", "dns", "kv1.vault.azure.net", "-s", "127.0.0.1:\(server.port)", "--timeout", "20", "--save", path,
          "--asker", "appliance-1", "-t", "A", "-o", "none",
        ], fixture: nil)
      #expect((dns.code, dns.output, dns.error) == (0, "", ""))
      let tcp = try await AzimuthRun(
        ["probe", "tcp", "127.0.0.1:\(open.port)", "-n", "1", "-i", "0", "--save", path, "-o", "none"], fixture: nil)
      #expect(tcp.code == 0)
      let json = try #require(JSONFile.value(path))
      #expect(json["resources"]?.elements?.count == 1)
      let rows = try #require(json["observations"]?.elements)
      #expect(
        rows.map { $0["path"]?.text } == ["/probes/dns/kv1.vault.azure.net", "/probes/tcp/127.0.0.1:\(open.port)"])
      #expect(rows[0]["body"]?["from"] == "appliance-1")
      #expect(rows[0]["response"]?["addresses"] == ["10.12.4.20"])
      #expect(rows[0]["observedAt"]?.text?.count == "2026-11-21T12:00:00Z".count)
      let info = try await AzimuthRun(["snapshot", "info", "--snapshot", path], fixture: nil)
      #expect(info.code == 0)
      #expect(info.output.contains("\nprobe "))
    }
  }

  @Test("A file that is no snapshot isn't overwritten, and the answer is still printed")
  func refusedFile() async throws {
    let open = try #require(LoopbackSocket(SOCK_STREAM))
    defer { close(open.descriptor) }
    try await withFolder { folder in
      let path = "\(folder)/notes.txt"
      try Self.write("my notes", path)
      let run = try await AzimuthRun(
        ["probe", "tcp", "127.0.0.1:\(open.port)", "-n", "1", "-i", "0", "--save", path], fixture: nil)
      #expect(run.code == 3)
      #expect(run.output.contains("open"))
      #expect(run.error.contains("notes.txt is no snapshot that can be extended: byte 0"))
      #expect(run.error.contains("it was left as it is"))
    }
  }

  @Test(
    "Words that make no sense are refused before anything is sent",
    arguments: [
      ("probe dns", "argument 'NAME' is missing"), ("probe dns a..b", "two dots have nothing between them"),
      ("probe dns a.net -s resolver", "expected the address of a DNS server"),
      ("probe dns a.net --tries 0", "--tries is 0: expected 1 to 10"), ("probe dns a.net -t MX", "A, AAAA, CNAME"),
      ("probe dns a.net --timeout soon", "expected seconds from 0 to 3600"), ("probe tcp host", "expected HOST:PORT"),
      ("probe tcp a:1 --count 0", "--count is 0"), ("probe tcp a:1 -o svg", "-o svg draws a path"),
      ("probe tcp a:1 --proxy socks5://p:1", "isn't supported"),
      ("probe tls a:1 --proxy p:1 --address 10.0.0.4", "exclude each other"), ("probe", "dns"),
    ])
  func usage(_ line: String, _ message: String) async throws {
    let run = try await AzimuthRun(line.split(separator: " ").map(String.init), fixture: nil)
    #expect(run.code == 2)
    #expect(run.error.contains(message), "\(run.error)")
  }
}

extension [UInt8] {
  fileprivate func firstIndex(of byte: UInt8, from start: Int) -> Int { self[start...].firstIndex(of: byte) ?? start }
}
