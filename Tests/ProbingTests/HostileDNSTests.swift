import DNSMessages
import IPAddressing
import LoopbackServers
import Probing
import TestSupport
import Testing

/// The server answers with bytes that no server should send. A probe must end within its tries, believe nothing of it,
/// and say what was wrong.
@Suite("Hostile DNS answers")
struct HostileDNSTests {
  private static let name = "kv1.vault.azure.net"

  /// An answer to the query, with the query's id.
  private static func reply(
    _ query: [UInt8], flags: UInt16 = 0x8180, question: String = name, answers: Int, _ fill: (inout DNSWire) -> Void
  ) -> [UInt8] {
    var wire = DNSWire(
      id: UInt16(query[0]) << 8 | UInt16(query[1]), flags: flags, questions: 1, answers: answers)
    wire.append(question: question, type: 1)
    fill(&wire)
    return wire.bytes
  }

  private static func right(_ query: [UInt8]) -> [UInt8] {
    reply(query, answers: 1) { $0.append(name, type: 1, ttl: 10, data: [10, 12, 4, 20]) }
  }

  private static func address(_ server: FakeDNSServer) throws -> SocketAddress {
    SocketAddress(try IPAddress("127.0.0.1"), port: server.port)
  }

  private func ask(
    timeout: Duration = .milliseconds(300), tries: Int = 2, _ script: @escaping FakeDNSServer.Script
  ) async throws -> (answer: DNSAnswer, queries: [FakeDNSServer.Transport]) {
    let server = try #require(FakeDNSServer(script))
    defer { server.stop() }
    let probe = DNSProbe(servers: [try Self.address(server)], timeout: timeout, tries: tries)
    let answer = try #require(try await probe.ask([DNSQuestion(Self.name, .a)]).first)
    return (answer, server.queries)
  }

  @Test("A right answer is taken as it is")
  func rightAnswer() async throws {
    let (answer, queries) = try await ask(timeout: .seconds(10)) { query, _ in [Self.right(query)] }
    #expect(answer.outcome == .answered)
    #expect(answer.addresses.map(\.description) == ["10.12.4.20"])
    #expect(answer.faults.isEmpty)
    #expect(answer.transport == .udp)
    #expect(queries == [.udp])
    #expect(answer.duration > .zero)
  }

  @Test("Packets with a wrong id are passed over, and the right one behind them counts")
  func wrongIDThenRight() async throws {
    let (answer, _) = try await ask(timeout: .seconds(10)) { query, _ in
      var forged = Self.reply(query, answers: 1) { $0.append(Self.name, type: 1, data: [6, 6, 6, 6]) }
      forged[1] ^= 0xff
      return [forged, forged, forged, Self.right(query)]
    }
    #expect(answer.addresses.map(\.description) == ["10.12.4.20"])
    #expect(answer.faults == [.wrongID(packets: 3)])
  }

  @Test("Nothing but wrong ids is no usable answer, named, and it ends with the tries")
  func wrongIDAlone() async throws {
    let (answer, queries) = try await ask { query, _ in
      var forged = Self.right(query)
      forged[0] ^= 0x55
      return [forged]
    }
    #expect(answer.outcome == .unusable)
    #expect(answer.addresses.isEmpty)
    #expect(answer.faults == [.wrongID(packets: 3)])
    #expect(queries == [.udp, .udp, .tcp])
    #expect(answer.tries == 3)
  }

  @Test("A flood of forged packets costs no more than 64 of them a try")
  func flood() async throws {
    let (answer, _) = try await ask(timeout: .seconds(10), tries: 1) { query, transport in
      var forged = Self.right(query)
      forged[0] ^= 0x55
      return transport == .udp ? [[UInt8]](repeating: forged, count: 200) : []
    }
    #expect(answer.outcome == .unusable)
    #expect(answer.faults == [.wrongID(packets: 64)])
  }

  @Test("An answer to another question isn't believed")
  func wrongQuestion() async throws {
    let (answer, _) = try await ask { query, _ in
      [
        Self.reply(query, question: "evil.contoso.com", answers: 1) {
          $0.append(Self.name, type: 1, data: [6, 6, 6, 6])
        }
      ]
    }
    #expect(answer.outcome == .unusable)
    #expect(answer.addresses.isEmpty)
    #expect(answer.faults == [.wrongQuestion(asked: "\(Self.name) A", answered: "evil.contoso.com A")])
  }

  @Test("The question itself, sent back, is no answer")
  func echo() async throws {
    let (answer, _) = try await ask { query, _ in [query] }
    #expect(answer.outcome == .unusable)
    #expect(answer.faults == [.notAnAnswer])
  }

  @Test("Bytes that are no message are named", arguments: [0, 1, 9, 30])
  func garbage(_ length: Int) async throws {
    let (answer, _) = try await ask { query, _ in
      [Array(query[..<2]) + [UInt8](repeating: 0xff, count: length)]
    }
    #expect(answer.outcome == .unusable)
    guard case .malformed? = answer.faults.first else {
      Issue.record("the fault is \(answer.faults)")
      return
    }
  }

  @Test("A compression pointer that points to itself is named")
  func pointerToItself() async throws {
    let (answer, _) = try await ask { query, _ in
      [
        Self.reply(query, answers: 1) { wire in
          let place = wire.bytes.count
          wire.append(raw: [0xc0 | UInt8(place >> 8), UInt8(place & 0xff), 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 10, 0, 0, 1])
        }
      ]
    }
    #expect(answer.outcome == .unusable)
    guard case .malformed(let text)? = answer.faults.first else {
      Issue.record("the fault is \(answer.faults)")
      return
    }
    #expect(text.lowercased().contains("pointer"))
  }

  @Test("Aliases in a loop are named, with the name that comes again", arguments: [1, 3])
  func loop(_ length: Int) async throws {
    let names = [Self.name] + (1..<max(2, length)).map { "n\($0).privatelink.vaultcore.azure.net" }
    let used = Array(names.prefix(length))
    let (answer, queries) = try await ask(timeout: .seconds(10)) { query, _ in
      [
        Self.reply(query, answers: used.count) { wire in
          for (index, owner) in used.enumerated() {
            wire.append(owner, type: 5, data: DNSWire.name(used[(index + 1) % used.count]))
          }
        }
      ]
    }
    #expect(answer.outcome == .unusable)
    #expect(answer.faults == [.aliasLoop(Self.name)])
    #expect(answer.aliases.count == length)
    #expect(queries == [.udp])
  }

  @Test("A hundred aliases are followed as far as resolvers do, and named")
  func hundredAliases() async throws {
    let names = [Self.name] + (1...100).map { "n\($0).contoso.com" }
    let (answer, _) = try await ask(timeout: .seconds(10)) { query, _ in
      [
        Self.reply(query, answers: 101) { wire in
          for (owner, next) in zip(names, names.dropFirst()) { wire.append(owner, type: 5, data: DNSWire.name(next)) }
          wire.append("n100.contoso.com", type: 1, data: [10, 0, 0, 4])
        }
      ]
    }
    #expect(answer.outcome == .unusable)
    #expect(answer.faults == [.tooManyAliases(limit: 16)])
    #expect(answer.aliases.count == 16)
    #expect(answer.addresses.isEmpty)
  }

  @Test("A server that gives one alias an answer, for ever, is asked four times")
  func endlessAliases() async throws {
    let (answer, queries) = try await ask(timeout: .seconds(10)) { query, _ in
      // The name asked for is in the query, label by label: a longer one is its alias.
      let owner = Array(query[12...].prefix { $0 != 0 }) + [0]
      let asked = String(decoding: owner.dropFirst(), as: UTF8.self)
      var wire = DNSWire(id: UInt16(query[0]) << 8 | UInt16(query[1]), questions: 1, answers: 1)
      wire.append(raw: owner + [0, 1, 0, 1])
      wire.append(raw: owner + [0, 5, 0, 1, 0, 0, 0, 60])
      let next = [1, UInt8(ascii: "a") + UInt8(asked.utf8.count % 26)] + owner
      wire.append(UInt16(next.count))
      wire.append(raw: next)
      return [wire.bytes]
    }
    #expect(queries.count == 4)
    #expect(answer.aliases.count == 4)
    #expect(answer.outcome == .noData)
  }

  @Test("An answer that is cut short is asked for again over TCP")
  func truncated() async throws {
    let (answer, queries) = try await ask(timeout: .seconds(10)) { query, transport in
      transport == .udp ? [Self.reply(query, flags: 0x8380, answers: 0) { _ in }] : [Self.right(query)]
    }
    #expect(answer.outcome == .answered)
    #expect(answer.transport == .tcp)
    #expect(queries == [.udp, .tcp])
    #expect(answer.faults.isEmpty)
  }

  @Test("Cut short over TCP too is named")
  func truncatedOverTCP() async throws {
    let (answer, _) = try await ask(timeout: .seconds(10)) { query, _ in
      [Self.reply(query, flags: 0x8380, answers: 0) { _ in }]
    }
    #expect(answer.faults == [.truncatedOverTCP])
  }

  @Test("Cut short, and a TCP connection that is closed, is named")
  func truncatedWithoutTCP() async throws {
    let (answer, _) = try await ask(timeout: .seconds(10)) { query, transport in
      transport == .udp ? [Self.reply(query, flags: 0x8380, answers: 0) { _ in }] : []
    }
    #expect(answer.outcome == .unusable)
    #expect(answer.faults == [.truncated(.closed)])
  }

  @Test(
    "TTLs that no cache keeps are named",
    arguments: [
      (UInt32(604_801), DNSFault.ttlVeryLong(name: name, ttl: 604_801)),
      (UInt32(0x8000_0000), DNSFault.ttlOutOfRange(name: name, ttl: 0x8000_0000)),
      (UInt32.max, DNSFault.ttlOutOfRange(name: name, ttl: .max)),
    ])
  func ttl(_ ttl: UInt32, _ fault: DNSFault) async throws {
    let (answer, _) = try await ask(timeout: .seconds(10)) { query, _ in
      [Self.reply(query, answers: 1) { $0.append(Self.name, type: 1, ttl: ttl, data: [10, 0, 0, 4]) }]
    }
    #expect(answer.faults == [fault])
    #expect(answer.records.first?.ttl == ttl)
  }

  @Test("Records that were slipped in aren't believed, and are named")
  func slippedIn() async throws {
    let (answer, _) = try await ask(timeout: .seconds(10)) { query, _ in
      [
        Self.reply(query, answers: 2) { wire in
          wire.append("login.microsoftonline.com", type: 1, data: [6, 6, 6, 6])
          wire.append(Self.name, type: 1, data: [10, 12, 4, 20])
        }
      ]
    }
    #expect(answer.addresses.map(\.description) == ["10.12.4.20"])
    #expect(answer.faults == [.unrelatedRecords(1)])
  }

  @Test("A server that doesn't know EDNS is asked without it")
  func noEDNS() async throws {
    let (answer, queries) = try await ask(timeout: .seconds(10)) { query, _ in
      let hasEDNS = query[11] == 1
      return [hasEDNS ? Self.reply(query, flags: 0x8181, answers: 0) { _ in } : Self.right(query)]
    }
    #expect(answer.outcome == .answered)
    #expect(answer.faults == [.noEDNS(.formatError)])
    #expect(queries == [.udp, .udp])
  }

  @Test(
    "What a server says of itself is told",
    arguments: [
      (UInt16(0x8182), DNSAnswer.Outcome.serverError, "SERVFAIL"), (0x8185, .serverError, "REFUSED"),
      (0x8183, .nonexistentDomain, "NXDOMAIN"), (0x8180, .noData, "NOERROR"),
    ])
  func codes(_ flags: UInt16, _ outcome: DNSAnswer.Outcome, _ code: String) async throws {
    let (answer, _) = try await ask(timeout: .seconds(10)) { query, _ in
      [Self.reply(query, flags: flags, answers: 0) { _ in }]
    }
    #expect(answer.outcome == outcome)
    #expect(answer.responseCode.map { "\($0)" } == code)
  }

  @Test("A server that says nothing is a timeout, after two tries over UDP and one over TCP")
  func silence() async throws {
    let (answer, queries) = try await ask(timeout: .milliseconds(100)) { _, transport in transport == .udp ? [] : [] }
    #expect(answer.outcome == .noAnswer(.timedOut) || answer.outcome == .noAnswer(.closed))
    #expect(answer.tries == 3)
    #expect(queries == [.udp, .udp, .tcp])
  }

  @Test("A closed port is refused, not silent")
  func closedPort() async throws {
    let server = try #require(FakeDNSServer { _, _ in [] })
    let port = try Self.address(server)
    server.stop()
    // The sockets close within a turn of the server's loops.
    var outcome: DNSAnswer.Outcome?
    let deadline = ContinuousClock.now + .seconds(30)
    while outcome != .noAnswer(.refused), ContinuousClock.now < deadline {
      outcome = try await DNSProbe(servers: [port], timeout: .milliseconds(200), tries: 1)
        .ask([DNSQuestion(Self.name, .a)]).first?.outcome
    }
    #expect(outcome == .noAnswer(.refused))
  }
}
