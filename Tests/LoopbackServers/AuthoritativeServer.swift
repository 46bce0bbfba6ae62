/// NSD on loopback, with zones of its own.
public final class AuthoritativeServer: Sendable {
  public let port: Int
  private let folder: ScratchFolder
  private let daemon: Daemon

  /// Whether NSD is installed.
  public static var isInstalled: Bool { Daemon.path(of: "nsd") != nil }

  /// A server that answers for these zones, each the text of a zone file without `$ORIGIN`, TTL and SOA.
  public init?(zones: [String: String]) async {
    guard let folder = ScratchFolder(), let port = FreePort.next() else { return nil }
    var configuration = """
      server:
        ip-address: 127.0.0.1@\(port)
        port: \(port)
        username: ""
        chroot: ""
        zonesdir: "\(folder.path)"
        database: ""
        pidfile: "\(folder.file("nsd.pid"))"
        xfrdfile: "\(folder.file("xfrd.state"))"
        zonelistfile: "\(folder.file("zone.list"))"
        logfile: "\(folder.file("log"))"
        server-count: 1
      remote-control:
        control-enable: no

      """
    for (index, (name, records)) in zones.sorted(by: { $0.key < $1.key }).enumerated() {
      configuration += "zone:\n  name: \"\(name)\"\n  zonefile: \"zone-\(index)\"\n"
      let head = "$ORIGIN \(name).\n$TTL 900\n@ SOA ns.\(name). host.\(name). 1 3600 600 86400 10\n@ NS ns.\(name).\n"
      folder.write(head + records + "\n", "zone-\(index)")
    }
    let path = folder.write(configuration, "nsd.conf")
    guard let daemon = Daemon(["nsd", "-d", "-c", path], log: folder.file("output")) else { return nil }
    self.port = port
    self.folder = folder
    self.daemon = daemon
    guard await FreePort.isServed(port) else { return nil }
  }
}
