import Glibc
import Synchronization

/// A DNS server on loopback that answers with whatever bytes a test wants, over UDP and TCP at one port.
public final class FakeDNSServer: Sendable {
  public enum Transport: Sendable { case udp, tcp }

  /// The packets for a query, which begins with its id.
  public typealias Script = @Sendable (_ query: [UInt8], Transport) -> [[UInt8]]

  /// The port at 127.0.0.1.
  public let port: Int
  private let datagrams: LoopbackSocket
  private let listener: LoopbackSocket
  private let script: Script
  private let state = Mutex((stopped: false, queries: [Transport]()))

  public init?(_ script: @escaping Script) {
    self.script = script
    var pair: (LoopbackSocket, LoopbackSocket)?
    for _ in 0..<50 where pair == nil {
      guard let listener = LoopbackSocket(SOCK_STREAM) else { continue }
      if let datagrams = LoopbackSocket(SOCK_DGRAM, port: listener.port) {
        pair = (listener, datagrams)
      } else {
        close(listener.descriptor)
      }
    }
    guard let pair else { return nil }
    (listener, datagrams) = pair
    port = listener.port
    Self.onThread { [self] in serveDatagrams() }
    Self.onThread { [self] in serveConnections() }
  }

  /// How each query came, in order.
  public var queries: [Transport] { state.withLock { $0.queries } }

  public func stop() { state.withLock { $0.stopped = true } }

  private var isStopped: Bool { state.withLock { $0.stopped } }

  private func packets(_ query: [UInt8], _ transport: Transport) -> [[UInt8]] {
    state.withLock { $0.queries.append(transport) }
    return script(query, transport)
  }

  private func serveDatagrams() {
    var buffer = [UInt8](repeating: 0, count: 65536)
    while !isStopped {
      guard datagrams.waits(milliseconds: 50) else { continue }
      var peer = sockaddr_storage()
      var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
      withUnsafeMutablePointer(to: &peer) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { peer in
          let count = recvfrom(datagrams.descriptor, &buffer, buffer.count, 0, peer, &size)
          guard count > 0 else { return }
          for packet in packets(Array(buffer[..<count]), .udp) {
            _ = sendto(datagrams.descriptor, packet, packet.count, 0, peer, size)
          }
        }
      }
    }
    close(datagrams.descriptor)
  }

  private func serveConnections() {
    while !isStopped {
      guard listener.waits(milliseconds: 50) else { continue }
      let connection = accept(listener.descriptor, nil, nil)
      guard connection >= 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 65536)
      let count = recv(connection, &buffer, buffer.count, 0)
      if count > 2 {
        for packet in packets(Array(buffer[2..<count]), .tcp) {
          let framed = [UInt8(packet.count >> 8), UInt8(packet.count & 0xff)] + packet
          _ = send(connection, framed, framed.count, Int32(MSG_NOSIGNAL))
        }
      }
      close(connection)
    }
    close(listener.descriptor)
  }

  private static func onThread(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Body(body))
    pthread_create(
      &thread, nil,
      { argument in
        Unmanaged<Body>.fromOpaque(argument!).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    pthread_detach(thread)
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
