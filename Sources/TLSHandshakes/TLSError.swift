/// Why no handshake came about.
public enum TLSError: Error, Sendable, Hashable {
  /// OpenSSL isn't installed; the dynamic linker's words.
  case noLibrary(String)
  /// The file of trusted authorities, or another part of the setting, can't be used.
  case setup(String)
  /// The server closed or reset the connection instead of answering.
  case closed
  /// OpenSSL's words.
  case failed(String)
  case timedOut
}

extension TLSError: CustomStringConvertible {
  /// What happened, without a full stop.
  public var description: String {
    switch self {
    case .noLibrary(let text): "the TLS library OpenSSL can't be loaded: \(text)"
    case .setup(let text): "TLS can't be set up: \(text)"
    case .closed: "the server, or something before it, closed the connection during the handshake"
    case .failed(let text): "the handshake failed: \(text)"
    case .timedOut: "the handshake didn't end in time: packets of full size may be dropped on the way, or TLS is"
    }
  }
}
