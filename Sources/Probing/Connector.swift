internal import IPAddressing

/// Opens connections, directly or through a proxy.
struct Connector: Sendable {
  /// The most bytes of a proxy's answer that are read.
  static let headerLimit = 16 << 10

  let proxy: HTTPProxy?

  /// Where packets go: the target's address, or the proxy's.
  ///
  /// - Throws: `ConnectionError.name`.
  func address(for target: HostPort) throws(ConnectionError) -> SocketAddress {
    let near = proxy?.endpoint ?? target
    return SocketAddress(try HostLookup.addresses(of: near.host)[0], port: near.port)
  }

  /// A connection to the target by way of `address`, as `address(for:)` gives it.
  ///
  /// - Throws: `ConnectionError`.
  func open(
    _ target: HostPort, at address: SocketAddress, until deadline: Deadline
  ) throws(ConnectionError) -> Socket {
    let socket: Socket
    do throws(SocketError) {
      socket = try Socket(.stream, to: address, until: deadline)
    } catch {
      throw proxy.map { .proxySocket($0.endpoint, error) } ?? .socket(error)
    }
    if let proxy { try Self.openTunnel(through: proxy, to: target, socket, deadline) }
    return socket
  }

  private static func openTunnel(
    through proxy: HTTPProxy, to target: HostPort, _ socket: borrowing Socket, _ deadline: Deadline
  ) throws(ConnectionError) {
    let header: [UInt8]
    do throws(SocketError) {
      try socket.send(proxy.request(for: target), until: deadline)
      header = try readHeader(socket, deadline)
    } catch {
      throw .proxySocket(proxy.endpoint, error)
    }
    let line = String(decoding: header.prefix { $0 != 0x0d && $0 != 0x0a }, as: UTF8.self)
    let words = line.split(separator: " ", maxSplits: 2)
    guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
      throw .proxyAnswer(proxy.endpoint)
    }
    guard 200..<300 ~= status else {
      let reason = words.count > 2 ? String(words[2].prefix(100)) : ""
      throw .proxyStatus(proxy.endpoint, status: status, reason: reason)
    }
  }

  /// The answer up to its empty line, a byte at a time: what follows belongs to the target.
  private static func readHeader(_ socket: borrowing Socket, _ deadline: Deadline) throws(SocketError) -> [UInt8] {
    var header: [UInt8] = []
    while !header.suffix(4).elementsEqual([0x0d, 0x0a, 0x0d, 0x0a]), header.count < headerLimit {
      header += try socket.receive(exactly: 1, until: deadline)
    }
    return header
  }
}
