/// What came of probing one target over TCP.
public struct TCPResult: Sendable, Hashable {
  public let target: HostPort
  /// Where packets went: the target's address, or the proxy's; nil where the name has none.
  public let address: SocketAddress?
  public let proxy: HTTPProxy?
  /// Why nothing could be tried; nil where something was.
  public let failure: ConnectionError?
  public let attempts: [TCPAttempt]

  /// The times of the connections that count.
  public var times: [Duration] { counted.compactMap { try? $0.result.get() } }

  /// How many connections count.
  public var sent: Int { counted.count }

  public var lost: Int { sent - times.count }

  /// Nil where no connection came about.
  public var minimum: Duration? { times.min() }

  public var maximum: Duration? { times.max() }

  public var average: Duration? { times.isEmpty ? nil : times.reduce(.zero, +) / times.count }

  /// Whether a connection came about.
  public var isOpen: Bool { !times.isEmpty }

  /// The last reason for which a connection didn't come about.
  public var lastError: ConnectionError? {
    if let failure { return failure }
    return counted.reversed().lazy.compactMap { attempt in
      if case .failure(let error) = attempt.result { error } else { nil }
    }.first
  }

  private var counted: [TCPAttempt] { attempts.filter { !$0.isWarmUp } }
}
