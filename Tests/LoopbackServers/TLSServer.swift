/// OpenSSL's own server on loopback.
public final class TLSServer: Sendable {
  public let port: Int
  private let folder: ScratchFolder
  private let daemon: Daemon

  /// A server that shows `NAME.pem` of a folder of certificates.
  public init?(_ certificates: CertificateFolder, _ name: String, options: [String] = []) async {
    guard let folder = ScratchFolder(), let port = FreePort.next() else { return nil }
    let words = [
      "openssl", "s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificates.folder.file("\(name).pem"), "-key",
      certificates.folder.file("\(name).key"), "-CAfile", certificates.authority, "-www",
    ]
    guard let daemon = Daemon(words + options, log: folder.file("output")) else { return nil }
    self.port = port
    self.folder = folder
    self.daemon = daemon
    guard await FreePort.isServed(port) else { return nil }
  }
}
