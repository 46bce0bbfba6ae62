internal import Glibc
public import IPAddressing
internal import TLSHandshakes

/// Handshakes of TLS: which certificate a server shows for a name, and whether it is to be trusted.
///
/// - Source: expressroute and private link semantics E.4: SNI is the public name, whichever address the packets go to.
public struct TLSProbe: Sendable {
  private let timeout: Duration
  private let serverName: String?
  private let authorities: String?
  private let address: IPAddress?
  private let connector: Connector

  /// A probe.
  ///
  /// - Parameters:
  ///   - timeout: How long the connection may take, and the handshake after it.
  ///   - serverName: The name to ask for; each target's own host unless given.
  ///   - authorities: A file of trusted certificates (PEM); nil trusts what the system trusts.
  ///   - address: Where to connect to, whatever the name resolves to; nil asks this machine's resolver.
  public init(
    timeout: Duration = .seconds(5), serverName: String? = nil, authorities: String? = nil,
    address: IPAddress? = nil, proxy: HTTPProxy? = nil
  ) {
    self.timeout = timeout
    self.serverName = serverName
    self.authorities = authorities
    self.address = address
    connector = Connector(proxy: proxy)
  }

  /// Probes all targets at once.
  public func run(_ targets: [HostPort]) async -> [TLSResult] { await BlockingWork.map(targets) { run($0) } }

  private func run(_ target: HostPort) -> TLSResult {
    var result = TLSResult(
      target: target, address: nil, proxy: connector.proxy, serverName: serverName ?? target.host,
      outcome: .noHandshake(.timedOut))
    do throws(ConnectionError) {
      let address = try self.place(target)
      result.address = address
      let start = ContinuousClock.now
      let socket = try connector.open(target, at: address, until: Deadline(after: timeout))
      result.connectTime = ContinuousClock.now - start
      shake(hands: socket, &result)
    } catch {
      result.outcome = .noConnection(error)
    }
    return result
  }

  private func place(_ target: HostPort) throws(ConnectionError) -> SocketAddress {
    guard let address else { return try connector.address(for: target) }
    return SocketAddress(address, port: target.port)
  }

  private func shake(hands socket: borrowing Socket, _ result: inout TLSResult) {
    let deadline = Deadline(after: timeout)
    let start = ContinuousClock.now
    let descriptor = socket.descriptor
    do throws(TLSError) {
      let handshake = try TLSSession.handshake(
        on: descriptor, serverName: result.serverName, authorities: authorities
      ) { awaited in
        Socket.isReady(descriptor, awaited == .readable ? POLLIN : POLLOUT, until: deadline) ? .ready : .timedOut
      }
      result.handshakeTime = ContinuousClock.now - start
      result.handshake = handshake
      result.outcome = handshake.distrust != nil ? .untrusted : handshake.matchesName ? .trusted : .nameMismatch
    } catch {
      result.outcome = .noHandshake(error)
    }
  }
}
