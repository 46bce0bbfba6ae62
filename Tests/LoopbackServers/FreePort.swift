import Glibc

/// Ports of loopback that nobody listens at.
public enum FreePort {
  /// A port that is free for TCP and UDP now; nil where none is.
  public static func next() -> Int? {
    for _ in 0..<100 {
      guard let stream = LoopbackSocket(SOCK_STREAM) else { continue }
      defer { close(stream.descriptor) }
      guard let datagram = LoopbackSocket(SOCK_DGRAM, port: stream.port) else { continue }
      close(datagram.descriptor)
      return stream.port
    }
    return nil
  }

  /// Waits until somebody accepts connections at the port; false where nobody does within a minute.
  public static func isServed(_ port: Int) async -> Bool {
    for _ in 0..<600 {
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var form = sockaddr_in()
      form.sin_family = sa_family_t(AF_INET)
      form.sin_port = UInt16(port).bigEndian
      form.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
      let status = withUnsafePointer(to: &form) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      close(descriptor)
      if status == 0 { return true }
      try? await Task.sleep(for: .milliseconds(100))
    }
    return false
  }
}
