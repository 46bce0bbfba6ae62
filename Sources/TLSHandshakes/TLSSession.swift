internal import CTLS
internal import Glibc

/// A handshake of TLS on a connected socket, judged afterwards: what the server shows is told, trusted or not.
public enum TLSSession {
  /// What waiting for the socket ended with.
  public enum Readiness: Sendable, Hashable {
    case ready
    case timedOut
  }

  /// What the socket has to become.
  public enum Awaited: Sendable, Hashable {
    case readable, writable
  }

  /// Makes a handshake.
  ///
  /// - Parameters:
  ///   - descriptor: A connected, non-blocking socket; it stays the caller's.
  ///   - serverName: The name to ask for (SNI) and to compare with the certificate; for an address no SNI is sent.
  ///   - authorities: A file of trusted certificates (PEM); nil trusts what the system trusts.
  ///   - wait: Waits until the socket is what it has to be, at most until the caller's deadline.
  /// - Throws: `TLSError`.
  public static func handshake(
    on descriptor: Int32, serverName: String, authorities: String?, wait: (Awaited) -> Readiness
  ) throws(TLSError) -> TLSHandshake {
    guard ctls_available() else { throw .noLibrary(String(cString: ctls_error(nil))) }
    guard let session = ctls_create(descriptor, serverName, authorities) else {
      throw .setup(String(cString: ctls_error(nil)))
    }
    defer { ctls_free(session) }
    while true {
      let awaited: Awaited
      switch ctls_handshake(session) {
      case CTLS_DONE: return summary(session, serverName)
      case CTLS_WANTS_READ: awaited = .readable
      case CTLS_WANTS_WRITE: awaited = .writable
      case CTLS_CLOSED: throw .closed
      default: throw .failed(String(cString: ctls_error(session)))
      }
      guard wait(awaited) == .ready else { throw .timedOut }
    }
  }

  private static func summary(_ session: OpaquePointer, _ serverName: String) -> TLSHandshake {
    TLSHandshake(
      version: String(cString: ctls_protocol(session)), cipher: String(cString: ctls_cipher(session)),
      certificate: ctls_has_certificate(session) ? certificate(session) : nil,
      chainLength: ctls_chain_length(session),
      distrust: ctls_verify_code(session) == 0 ? nil : String(cString: ctls_verify_text(session)),
      matchesName: ctls_matches(session, serverName))
  }

  private static func certificate(_ session: OpaquePointer) -> TLSCertificate {
    var (from, until): (Int64, Int64) = (0, 0)
    let isDated = ctls_validity(session, &from, &until)
    var digest = [UInt8](repeating: 0, count: 32)
    let hasDigest = ctls_fingerprint(session, &digest)
    return TLSCertificate(
      subject: text(ctls_subject(session)) ?? "", issuer: text(ctls_issuer(session)) ?? "",
      names: (0..<ctls_name_count(session)).compactMap { text(ctls_name(session, $0)) },
      validFrom: isDated ? from : nil, validUntil: isDated ? until : nil,
      fingerprint: hasDigest ? digest.map(hexadecimal).joined() : "")
  }

  private static func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String? {
    guard let pointer else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
