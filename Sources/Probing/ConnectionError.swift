/// Why a connection to a target can't be opened.
public enum ConnectionError: Error, Sendable, Hashable {
  /// This machine's resolver gives no address for a name.
  case name(String, String)
  /// The target, or the proxy in front of it, can't be connected to.
  case socket(SocketError)
  /// The proxy can't be connected to.
  case proxySocket(HostPort, SocketError)
  /// The proxy answered with this status instead of a tunnel.
  case proxyStatus(HostPort, status: Int, reason: String)
  /// The proxy's answer isn't HTTP.
  case proxyAnswer(HostPort)

  /// The word for programs.
  public var code: String {
    switch self {
    case .name: "nameNotResolved"
    case .socket(.timedOut): "timeout"
    case .socket(.refused): "refused"
    case .socket(.closed): "closed"
    case .socket(.unreachable): "unreachable"
    case .socket(.system): "localError"
    case .proxySocket: "proxyUnreachable"
    case .proxyStatus(_, 407, _): "proxyAuthenticationRequired"
    case .proxyStatus(_, 502...504, _): "proxyCannotReach"
    case .proxyStatus: "proxyRefused"
    case .proxyAnswer: "proxyAnswerInvalid"
    }
  }
}

extension ConnectionError: CustomStringConvertible {
  /// What happened, without a full stop.
  public var description: String {
    switch self {
    case .name(let host, let reason): "\(host) can't be resolved: \(reason)"
    case .socket(let error): "\(error)"
    case .proxySocket(let proxy, let error): "the proxy \(proxy) can't be used: \(error)"
    case .proxyStatus(let proxy, 407, _): "the proxy \(proxy) wants a user and a password (407)"
    case .proxyStatus(let proxy, let status, let reason) where 502...504 ~= status:
      "the proxy \(proxy) can't resolve or reach the target itself (\(status) \(reason))"
    case .proxyStatus(let proxy, let status, let reason): "the proxy \(proxy) refuses the target (\(status) \(reason))"
    case .proxyAnswer(let proxy): "\(proxy) doesn't answer like an HTTP proxy"
    }
  }
}
