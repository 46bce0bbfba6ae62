import Glibc
import IPAddressing
import JSONDocument
import LoopbackServers
import Probing
import Synchronization
import Testing

@Suite("Connections over TCP")
struct TCPProbeTests {
  /// A listener that nobody accepts from: the kernel connects all the same.
  private static func listener() throws -> (LoopbackSocket, HostPort) {
    let socket = try #require(LoopbackSocket(SOCK_STREAM))
    return (socket, HostPort(host: "127.0.0.1", port: socket.port))
  }

  @Test("A port that listens is open: a warm-up that doesn't count, then as many as asked for, each from a new port")
  func open() async throws {
    let (socket, target) = try Self.listener()
    defer { close(socket.descriptor) }
    let seen = Mutex([TCPAttempt]())
    let results = await TCPProbe(count: 5, interval: .zero, timeout: .seconds(20)).run([target]) { _, attempt in
      seen.withLock { $0.append(attempt) }
    }
    let result = try #require(results.first)
    #expect(result.isOpen)
    #expect((result.sent, result.lost) == (5, 0))
    #expect(result.attempts.count == 6)
    #expect(seen.withLock { $0 } == result.attempts)
    #expect(Set(result.attempts.compactMap { $0.source?.port }).count == 6)
    let (least, mean, most) = try (#require(result.minimum), #require(result.average), #require(result.maximum))
    #expect(.zero < least && least <= mean && mean <= most)
    #expect(result.json["outcome"]?.text == "open")
  }

  @Test("A port that nobody listens at is refused")
  func refused() async throws {
    let (socket, target) = try Self.listener()
    close(socket.descriptor)
    let result = try #require(await TCPProbe(count: 2, interval: .zero, timeout: .seconds(20)).run([target]).first)
    #expect(!result.isOpen)
    #expect(result.lastError == .socket(.refused))
    #expect((result.sent, result.lost) == (2, 2))
    #expect(result.average == nil)
    #expect(result.json["outcome"]?.text == "refused")
  }

  @Test("A listener whose queue is full drops packets: a timeout, in the time it was given")
  func timeout() async throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    let bound = try #require(LoopbackSocket(SOCK_STREAM))
    defer { close(bound.descriptor) }
    // A queue of none holds one connection; the kernel drops the SYNs of those behind it.
    listen(bound.descriptor, 0)
    let target = HostPort(host: "127.0.0.1", port: bound.port)
    let filling = await TCPProbe(count: 3, interval: .zero, timeout: .milliseconds(200)).run([target])
    let result = try #require(
      await TCPProbe(count: 1, interval: .zero, timeout: .milliseconds(200)).run([target]).first)
    #expect(filling.first?.lost ?? 0 > 0)
    #expect(result.lastError == .socket(.timedOut))
  }

  @Test("A name without an address is told apart from a port that doesn't answer")
  func noSuchName() async throws {
    let target = HostPort(host: "no-such-host.invalid", port: 443)
    let result = try #require(await TCPProbe(count: 1, interval: .zero).run([target]).first)
    #expect(result.attempts.isEmpty)
    guard case .name("no-such-host.invalid", _)? = result.failure else {
      Issue.record("the failure is \(String(describing: result.failure))")
      return
    }
    #expect(result.json["outcome"]?.text == "nameNotResolved")
  }

  @Test("Targets are probed side by side, and answered in their order")
  func several() async throws {
    let (socket, open) = try Self.listener()
    defer { close(socket.descriptor) }
    let (other, closed) = try Self.listener()
    close(other.descriptor)
    let results = await TCPProbe(count: 1, interval: .zero, timeout: .seconds(20)).run([closed, open, closed])
    #expect(results.map(\.isOpen) == [false, true, false])
  }

  @Test(
    "Targets are read as people write them",
    arguments: [
      ("10.0.0.4:443", "10.0.0.4", 443), ("[fd00::4]:443", "fd00::4", 443),
      ("kv1.vault.azure.net:443", "kv1.vault.azure.net", 443),
    ])
  func targets(_ text: String, _ host: String, _ port: Int) throws {
    let target = try #require(HostPort(text))
    #expect((target.host, target.port) == (host, port))
    #expect("\(target)" == text)
  }

  @Test(
    "What is no target is refused",
    arguments: [
      "", ":443", "host", "host:", "host:0", "host:65536", "host:+1", "fd00::4:443x", "[fd00::4", "[fd00::4]443",
      "a b:1", "http://a:1",
    ])
  func wrongTargets(_ text: String) { #expect(HostPort(text) == nil) }
}
