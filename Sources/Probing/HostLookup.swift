internal import Glibc
internal import IPAddressing

/// The addresses that this machine's own resolver gives for a name: its hosts file, caches and search list included.
enum HostLookup {
  /// The addresses in the order in which programs try them.
  ///
  /// Blocks the thread for as long as the resolver takes.
  /// - Throws: `ConnectionError.name`.
  static func addresses(of host: String) throws(ConnectionError) -> [IPAddress] {
    if let address = try? IPAddress(host) { return [address] }
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, nil, &hints, &list)
    guard status == 0 else { throw .name(host, String(cString: gai_strerror(status))) }
    defer { freeaddrinfo(list) }
    var found: [IPAddress] = []
    var next = list
    while let entry = next {
      next = entry.pointee.ai_next
      guard let form = entry.pointee.ai_addr else { continue }
      var storage = sockaddr_storage()
      let size = min(Int(entry.pointee.ai_addrlen), MemoryLayout<sockaddr_storage>.size)
      withUnsafeMutableBytes(of: &storage) { $0.copyMemory(from: UnsafeRawBufferPointer(start: form, count: size)) }
      if let address = SocketAddress(storage)?.address, !found.contains(address) { found.append(address) }
    }
    guard !found.isEmpty else { throw .name(host, "it has no addresses") }
    return found
  }
}
