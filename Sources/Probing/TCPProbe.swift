internal import Glibc

/// Connections over TCP, opened and closed again and timed, in the manner of PsPing.
///
/// - Source: expressroute and private link semantics E.1: a warm-up that doesn't count, a new source port each time, the
///   time from SYN to SYN-ACK; through a proxy, to its answer.
public struct TCPProbe: Sendable {
  /// How many connections count.
  public let count: Int
  /// From the start of one to the start of the next.
  public let interval: Duration
  /// How long a connection may take.
  public let timeout: Duration
  private let connector: Connector

  public init(
    count: Int = 4, interval: Duration = .seconds(1), timeout: Duration = .seconds(3), proxy: HTTPProxy? = nil
  ) {
    self.count = count
    self.interval = interval
    self.timeout = timeout
    connector = Connector(proxy: proxy)
  }

  /// Probes all targets at once.
  ///
  /// - Parameter report: Told of each attempt as it ends, from any thread.
  public func run(
    _ targets: [HostPort], report: @escaping @Sendable (HostPort, TCPAttempt) -> Void = { _, _ in }
  ) async -> [TCPResult] {
    await BlockingWork.map(targets) { run($0, report) }
  }

  private func run(_ target: HostPort, _ report: (HostPort, TCPAttempt) -> Void) -> TCPResult {
    let address: SocketAddress
    do throws(ConnectionError) {
      address = try connector.address(for: target)
    } catch {
      return TCPResult(target: target, address: nil, proxy: connector.proxy, failure: error, attempts: [])
    }
    var attempts: [TCPAttempt] = []
    for number in 0...count {
      let start = ContinuousClock.now
      let attempt = attempt(target, address, number, start)
      attempts.append(attempt)
      report(target, attempt)
      if number > 0, number < count { Self.sleep(interval - (.now - start)) }
    }
    return TCPResult(target: target, address: address, proxy: connector.proxy, failure: nil, attempts: attempts)
  }

  private func attempt(
    _ target: HostPort, _ address: SocketAddress, _ number: Int, _ start: ContinuousClock.Instant
  ) -> TCPAttempt {
    do throws(ConnectionError) {
      let socket = try connector.open(target, at: address, until: Deadline(after: timeout))
      let time = ContinuousClock.now - start
      return TCPAttempt(number: number, isWarmUp: number == 0, source: socket.local, result: .success(time))
    } catch {
      return TCPAttempt(number: number, isWarmUp: number == 0, source: nil, result: .failure(error))
    }
  }

  private static func sleep(_ duration: Duration) {
    guard duration > .zero else { return }
    let (seconds, attoseconds) = duration.components
    var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
    var rest = timespec()
    while nanosleep(&time, &rest) != 0, errno == EINTR { time = rest }
  }
}
