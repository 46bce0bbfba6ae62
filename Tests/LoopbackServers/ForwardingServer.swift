/// Unbound on loopback: a resolver that asks other servers of loopback, as a customer's DNS server does.
public final class ForwardingServer: Sendable {
  public let port: Int
  private let folder: ScratchFolder
  private let daemon: Daemon

  /// Whether Unbound is installed.
  public static var isInstalled: Bool { Daemon.path(of: "unbound") != nil }

  /// A resolver that asks the authoritative server at a port for each of these zones, and hands on these domains to the
  /// resolver at a port.
  public init?(stubs: [String: Int], forwards: [String: Int] = [:]) async {
    guard let folder = ScratchFolder(), let port = FreePort.next() else { return nil }
    var configuration = """
      server:
        interface: 127.0.0.1
        port: \(port)
        username: ""
        chroot: ""
        directory: "\(folder.path)"
        pidfile: "\(folder.file("unbound.pid"))"
        logfile: "\(folder.file("log"))"
        use-syslog: no
        do-daemonize: no
        do-ip6: no
        do-not-query-localhost: no
        num-threads: 1
        module-config: "iterator"
        access-control: 127.0.0.0/8 allow
        outbound-msg-retry: 2
        unknown-server-time-limit: 400
      remote-control:
        control-enable: no

      """
    for (name, stub) in stubs.sorted(by: { $0.key < $1.key }) {
      configuration += "stub-zone:\n  name: \"\(name)\"\n  stub-addr: 127.0.0.1@\(stub)\n"
    }
    for (name, forward) in forwards.sorted(by: { $0.key < $1.key }) {
      configuration += "forward-zone:\n  name: \"\(name)\"\n  forward-addr: 127.0.0.1@\(forward)\n"
    }
    let path = folder.write(configuration, "unbound.conf")
    guard let daemon = Daemon(["unbound", "-d", "-c", path], log: folder.file("output")) else { return nil }
    self.port = port
    self.folder = folder
    self.daemon = daemon
    guard await FreePort.isServed(port) else { return nil }
  }
}
