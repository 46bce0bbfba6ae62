/// An HTTP proxy of Python on loopback, which opens tunnels with CONNECT.
public final class ConnectProxy: Sendable {
  public let port: Int
  private let folder: ScratchFolder
  private let daemon: Daemon

  /// A proxy that resolves these names as told, and no others; `user:password` where it asks for them.
  public init?(names: [String: String], credentials: String? = nil) async {
    guard let folder = ScratchFolder(), let port = FreePort.next() else { return nil }
    let script = String(#filePath.dropLast("ConnectProxy.swift".count)) + "connect_proxy.py"
    let words = (credentials.map { [$0] } ?? []) + names.map { "\($0.key)=\($0.value)" }.sorted()
    let command = ["python3", script, "\(port)"] + words
    guard let daemon = Daemon(command, log: folder.file("output")) else { return nil }
    self.port = port
    self.folder = folder
    self.daemon = daemon
    guard await FreePort.isServed(port) else { return nil }
  }
}
