internal import CommandLineParsing
internal import DNSMessages
internal import IPAddressing
internal import JSONDocument
internal import Migration
internal import ProbeRecords
internal import Probing

/// The probes of a project: its names, their ports and certificates, and the public URLs.
struct MigrateProbing {
  /// What came of them.
  struct Results {
    var answers: [DNSAnswer] = []
    var connections: [TCPResult] = []
    var handshakes: [TLSResult] = []

    var observedNames: [ObservedName] { answers.compactMap { ObservedName($0.json, asker: nil) } }
    var observedConnections: [ObservedConnection] { connections.compactMap { ObservedConnection($0.json) } }
    var observedHandshakes: [ObservedHandshake] { handshakes.compactMap { ObservedHandshake($0.json) } }

    /// Keeps them where that was asked for.
    func save(_ options: ProbeOptions) throws(CommandError) {
      try options.keep(.dns, answers.map { ($0.question.name, JSONObject(), $0.json) })
      try options.keep(.tcp, connections.map { ("\($0.target)", JSONObject(), $0.json) })
      try options.keep(.tls, handshakes.map { ("\($0.target)", JSONObject(), $0.json) })
    }
  }

  let servers: [SocketAddress]
  let timeout: Duration
  let proxy: HTTPProxy?
  let bypass: ProxyBypass?
  let cloud: MigrateCloud

  /// Probes every name at every server, then ports and certificates: past the proxy for names on its bypass list.
  ///
  /// - Throws: `CommandError` where there is no server to ask, or a library is missing.
  func run(_ names: [MigrateName]) async throws -> Results {
    var results = Results()
    let own = servers.isEmpty ? SystemNames.read().servers.map { SocketAddress($0, port: 53) } : servers
    guard !own.isEmpty else {
      throw CommandError(
        message: "there is no DNS server to ask: /etc/resolv.conf names none", remedy: "Name one with --server IP.")
    }
    let askable = names.map(\.name).filter { DNSName.fault(in: $0) == nil }
    do throws(DNSMessageError) {
      results.answers = try await DNSProbe(servers: own, timeout: timeout).ask(askable.map { DNSQuestion($0, .a) })
    } catch {
      throw CommandError(
        message: error.description,
        remedy: error.reason == .noLibrary ? "Install it: apt-get install libldns3" : "")
    }
    let direct = askable.filter { proxy == nil || bypass?.entry(for: $0) != nil }
    let behind = askable.filter { proxy != nil && bypass?.entry(for: $0) == nil }
    let hosts = MigratePublicURL.all(in: cloud).compactMap(\.probe)
    let openly = hosts.filter { proxy == nil || bypass?.entry(for: $0) != nil }
    let throughProxy = hosts.filter { proxy != nil && bypass?.entry(for: $0) == nil }
    results.connections =
      await connect(direct + openly, nil) + connect(behind + throughProxy, proxy)
    // A certificate is looked at where the port opened.
    let open = Set(results.connections.filter { $0.isOpen && $0.proxy == nil }.map(\.target))
    results.handshakes = await shake(direct, open)
    return results
  }

  private func connect(_ hosts: [String], _ proxy: HTTPProxy?) async -> [TCPResult] {
    await TCPProbe(count: 1, interval: .zero, timeout: timeout, proxy: proxy)
      .run(hosts.map { HostPort(host: $0, port: 443) })
  }

  /// Handshakes as programs of this machine would make them.
  private func shake(_ hosts: [String], _ open: Set<HostPort>) async -> [TLSResult] {
    let targets = hosts.map { HostPort(host: $0, port: 443) }.filter(open.contains)
    return await TLSProbe(timeout: timeout).run(targets)
  }
}
