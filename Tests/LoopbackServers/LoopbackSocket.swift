public import Glibc

/// A socket on loopback that a test's own server listens at.
public struct LoopbackSocket: Sendable {
  public let descriptor: Int32
  public let port: Int

  /// A socket that is bound to a port of its own, or to `port`; nil where that is taken.
  public init?(_ type: __socket_type, port wanted: Int = 0) {
    let descriptor = socket(AF_INET, Int32(type.rawValue), 0)
    self.descriptor = descriptor
    var form = Self.address(wanted)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafePointer(to: &form) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) == 0 }
    }
    var actual = size
    withUnsafeMutablePointer(to: &form) {
      _ = $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &actual) }
    }
    port = Int(UInt16(bigEndian: form.sin_port))
    guard isBound else {
      close(descriptor)
      return nil
    }
    if type == SOCK_STREAM { listen(descriptor, 16) }
  }

  /// Waits a while for something to read; false where nothing came.
  public func waits(milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, milliseconds) > 0
  }

  private static func address(_ port: Int) -> sockaddr_in {
    var form = sockaddr_in()
    form.sin_family = sa_family_t(AF_INET)
    form.sin_port = UInt16(port).bigEndian
    form.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return form
  }
}
