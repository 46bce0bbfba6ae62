internal import Glibc
internal import IPAddressing

extension Socket {
  /// Hands the kernel's form of an address to `body`.
  static func withAddress<Result>(
    _ peer: SocketAddress, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    let port = UInt16(truncatingIfNeeded: peer.port).bigEndian
    switch peer.address {
    case .v4(let address):
      var form = sockaddr_in()
      form.sin_family = sa_family_t(AF_INET)
      form.sin_port = port
      form.sin_addr.s_addr = address.bits.bigEndian
      return pass(&form, body)
    case .v6(let address):
      var form = sockaddr_in6()
      form.sin6_family = sa_family_t(AF_INET6)
      form.sin6_port = port
      withUnsafeMutableBytes(of: &form.sin6_addr) { target in
        withUnsafeBytes(of: address.bits.bigEndian) { target.copyMemory(from: $0) }
      }
      return pass(&form, body)
    }
  }

  private static func pass<Form, Result>(
    _ form: inout Form, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    withUnsafePointer(to: &form) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<Form>.size)) }
    }
  }
}

extension SocketAddress {
  /// What the kernel's form says; nil for families other than IP.
  init?(_ storage: sockaddr_storage) {
    switch Int32(storage.ss_family) {
    case AF_INET:
      let form = withUnsafeBytes(of: storage) { $0.loadUnaligned(as: sockaddr_in.self) }
      self.init(
        .v4(IPv4Address(bits: UInt32(bigEndian: form.sin_addr.s_addr))), port: Int(UInt16(bigEndian: form.sin_port)))
    case AF_INET6:
      let form = withUnsafeBytes(of: storage) { $0.loadUnaligned(as: sockaddr_in6.self) }
      let bits = withUnsafeBytes(of: form.sin6_addr) { UInt128(bigEndian: $0.loadUnaligned(as: UInt128.self)) }
      self.init(.v6(IPv6Address(bits: bits)), port: Int(UInt16(bigEndian: form.sin6_port)))
    default: return nil
    }
  }
}
