import Glibc
import TLSHandshakes
import Testing

@Suite("Handshakes of TLS on a socket")
struct TLSSessionTests {
  /// Two ends that don't block.
  private static func pair() throws -> (Int32, Int32) {
    var ends: [Int32] = [0, 0]
    let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    try #require(socketpair(AF_UNIX, type, 0, &ends) == 0)
    return (ends[0], ends[1])
  }

  private func error(
    _ descriptor: Int32, authorities: String? = nil, wait: (TLSSession.Awaited) -> TLSSession.Readiness
  ) -> TLSError? {
    #expect(throws: TLSError.self) {
      _ = try TLSSession.handshake(
        on: descriptor, serverName: "kv1.vault.azure.net", authorities: authorities, wait: wait)
    }
  }

  @Test("An end that closes during the handshake is told as that")
  func closed() throws {
    let (near, far) = try Self.pair()
    defer { Glibc.close(near) }
    let error = error(near) { _ in
      Glibc.close(far)
      return .ready
    }
    #expect(error == .closed)
  }

  @Test("A server that doesn't speak TLS is told, in OpenSSL's words")
  func otherProtocol() throws {
    let (near, far) = try Self.pair()
    defer {
      Glibc.close(near)
      Glibc.close(far)
    }
    let greeting = Array("220 smtp.contoso.com ready\r\n".utf8)
    let error = error(near) { _ in
      _ = write(far, greeting, greeting.count)
      return .ready
    }
    guard case .failed(let text)? = error else {
      Issue.record("the error is \(String(describing: error))")
      return
    }
    #expect(text.contains("wrong version number") || text.contains("packet length"))
  }

  @Test("The hello asks for the server's name")
  func serverName() throws {
    let (near, far) = try Self.pair()
    defer {
      Glibc.close(near)
      Glibc.close(far)
    }
    var hello = [UInt8](repeating: 0, count: 4096)
    let error = error(near) { awaited in
      #expect(awaited == .readable)
      _ = read(far, &hello, hello.count)
      return .timedOut
    }
    #expect(error == .timedOut)
    #expect(String(decoding: hello, as: UTF8.self).contains("kv1.vault.azure.net"))
  }

  @Test(
    "A file of authorities that isn't one is an error before anything is sent",
    arguments: ["/nonexistent.pem", "/dev/null"])
  func badFile(_ path: String) throws {
    let (near, far) = try Self.pair()
    defer {
      Glibc.close(near)
      Glibc.close(far)
    }
    let error = error(near, authorities: path) { _ in .timedOut }
    guard case .setup(let text)? = error else {
      Issue.record("the error is \(String(describing: error))")
      return
    }
    #expect(!text.isEmpty)
  }
}
