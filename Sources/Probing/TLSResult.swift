public import TLSHandshakes

/// What came of probing one target over TLS.
public struct TLSResult: Sendable, Hashable {
  /// How it went.
  public enum Outcome: Sendable, Hashable {
    /// The chain is trusted, and the certificate is for the name.
    case trusted
    /// The chain isn't trusted: an inspecting proxy's, one of its own, or out of date.
    case untrusted
    /// The certificate is for other names.
    case nameMismatch
    /// No connection.
    case noConnection(ConnectionError)
    /// A connection, but no handshake.
    case noHandshake(TLSError)
  }

  public let target: HostPort
  /// Where packets went; nil where the name has no address.
  public internal(set) var address: SocketAddress?
  public let proxy: HTTPProxy?
  /// The name that the server was asked for, and that its certificate is compared with.
  public let serverName: String
  public internal(set) var outcome: Outcome
  /// Nil where none came about.
  public internal(set) var handshake: TLSHandshake?
  /// How long the connection took.
  public internal(set) var connectTime: Duration?
  /// How long the handshake took after it.
  public internal(set) var handshakeTime: Duration?

  /// Whether a handshake came about.
  public var isAnswered: Bool { handshake != nil }

  /// The word for programs.
  public var code: String {
    switch outcome {
    case .trusted: "trusted"
    case .untrusted: "untrusted"
    case .nameMismatch: "nameMismatch"
    case .noConnection(let error): error.code
    case .noHandshake(.timedOut): "handshakeTimeout"
    case .noHandshake(.closed): "handshakeClosed"
    case .noHandshake: "handshakeFailed"
    }
  }

  /// What is wrong, without a full stop; nil where nothing is.
  public var fault: String? {
    switch outcome {
    case .trusted: nil
    case .untrusted: handshake?.distrust.map { "the certificate isn't trusted: \($0)" }
    case .nameMismatch: "the certificate isn't for \(serverName)"
    case .noConnection(let error): "\(error)"
    case .noHandshake(let error): "\(error)"
    }
  }
}
