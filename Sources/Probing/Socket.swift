internal import Glibc
internal import IPAddressing

/// A socket that is connected to one address; closed with its owner. Calls wait until a deadline, never longer: they
/// belong on a thread of their own.
struct Socket: ~Copyable {
  enum Kind: Sendable {
    case datagram
    case stream
  }

  let descriptor: Int32

  /// A socket that is connected. Datagrams of other senders aren't received: the kernel drops them.
  ///
  /// - Throws: `SocketError`.
  init(_ kind: Kind, to peer: SocketAddress, until deadline: Deadline) throws(SocketError) {
    let type = kind == .stream ? SOCK_STREAM : SOCK_DGRAM
    let flags = Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue | type.rawValue)
    descriptor = socket(peer.address.family == .ipv4 ? AF_INET : AF_INET6, flags, 0)
    guard descriptor >= 0 else { throw SocketError(errno) }
    let status = Self.withAddress(peer) { address, length in connect(descriptor, address, length) }
    if status == 0 { return }
    let code = errno
    guard code == EINPROGRESS else { throw SocketError(code) }
    try wait(for: POLLOUT, until: deadline)
    var outcome: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &outcome, &size)
    guard outcome == 0 else { throw SocketError(outcome) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The address and port at this end; nil where the kernel doesn't say.
  var local: SocketAddress? {
    var storage = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let status = withUnsafeMutableBytes(of: &storage) { bytes in
      getsockname(descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), &size)
    }
    return status == 0 ? SocketAddress(storage) : nil
  }

  /// Sends all bytes.
  ///
  /// - Throws: `SocketError`.
  func send(_ bytes: [UInt8], until deadline: Deadline) throws(SocketError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress! + done, bytes.count - done, Int32(MSG_NOSIGNAL))
      }
      if count >= 0 {
        done += count
      } else {
        try waitAfter(errno, for: POLLOUT, until: deadline)
      }
    }
  }

  /// What came: a datagram, or what there is of a stream; empty at a stream's end.
  ///
  /// - Throws: `SocketError`.
  func receive(atMost limit: Int, until deadline: Deadline) throws(SocketError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: limit)
    while true {
      let count = recv(descriptor, &buffer, limit, 0)
      if count >= 0 { return Array(buffer[..<count]) }
      try waitAfter(errno, for: POLLIN, until: deadline)
    }
  }

  /// So many bytes of a stream.
  ///
  /// - Throws: `SocketError`; `closed` where the stream ends before.
  func receive(exactly count: Int, until deadline: Deadline) throws(SocketError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let more = try receive(atMost: count - bytes.count, until: deadline)
      guard !more.isEmpty else { throw .closed }
      bytes += more
    }
    return bytes
  }

  /// Waits until the socket can be read or written, or something is wrong with it.
  ///
  /// - Throws: `SocketError.timedOut` at the deadline.
  func wait(for events: Int32, until deadline: Deadline) throws(SocketError) {
    guard Self.isReady(descriptor, events, until: deadline) else { throw .timedOut }
  }

  /// Waits as `wait` does; false at the deadline.
  static func isReady(_ descriptor: Int32, _ events: Int32, until deadline: Deadline) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    while true {
      if poll(&entry, 1, deadline.milliseconds) > 0 { return true }
      if deadline.isOver { return false }
    }
  }

  private func waitAfter(_ code: Int32, for events: Int32, until deadline: Deadline) throws(SocketError) {
    if code == EINTR { return }
    guard code == EAGAIN || code == EWOULDBLOCK else { throw SocketError(code) }
    try wait(for: events, until: deadline)
  }
}
