internal import Glibc

/// Why a socket can't be used, or what came instead of an answer.
public enum SocketError: Error, Sendable, Hashable {
  /// Nothing came in time.
  case timedOut
  /// The other end said that nobody listens there: a reset, or ICMP's port unreachable.
  case refused
  /// No way leads there, as this machine or a router says.
  case unreachable(String)
  /// The connection was ended before the answer was whole.
  case closed
  /// This machine's own fault: no descriptors, no rights.
  case system(String)

  /// What `errno` says.
  init(_ code: Int32) {
    switch code {
    case ECONNREFUSED: self = .refused
    case ETIMEDOUT: self = .timedOut
    case EHOSTUNREACH, ENETUNREACH, ENETDOWN, EHOSTDOWN: self = .unreachable(String(cString: strerror(code)))
    case ECONNRESET, EPIPE: self = .closed
    default: self = .system(String(cString: strerror(code)))
    }
  }
}

extension SocketError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .timedOut: "no answer in time"
    case .refused: "the connection was refused: nobody listens there, or a firewall rejects it"
    case .unreachable(let text): "it can't be reached: \(text)"
    case .closed: "the connection was closed before the answer was whole"
    case .system(let text): text
    }
  }
}
