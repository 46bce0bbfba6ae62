internal import DNSMessages
internal import Glibc

/// Puts questions to DNS servers, with nothing between: no cache, no hosts file, no search list.
///
/// - Source: expressroute and private link semantics E.2: EDNS with 1,232 bytes, two tries over UDP, then TCP.
struct DNSClient: Sendable {
  /// The size of UDP answers that isn't fragmented on any usual path (DNS flag day 2020).
  static let ednsSize = 1232
  /// How many packets a try looks at before it gives up on a server that sends others' answers.
  static let packetLimit = 64
  /// How many questions an answer may cost that stops at an alias.
  static let questionLimit = 4

  /// How long a try waits for its answer.
  let timeout: Duration
  /// How many times a question goes out over UDP.
  let tries: Int

  /// Asks a server. An alias whose target the answer leaves out is asked for at the same server.
  ///
  /// Blocks the thread: call it off the cooperative pool.
  /// - Throws: `DNSMessageError` where ldns is missing or no message can hold the name.
  func ask(_ server: SocketAddress, _ question: DNSQuestion) throws(DNSMessageError) -> DNSAnswer {
    var answer = DNSAnswer(question, server)
    var chain = AliasChain(from: question.name)
    let start = ContinuousClock.now
    for _ in 0..<Self.questionLimit {
      let count = chain.aliases.count
      let asked = DNSQuestion(chain.name, question.type)
      guard let message = try exchange(server, asked, &answer) else { break }
      chain.follow(message.answers, to: question.type)
      Self.note(message, chain, &answer)
      let goesOn = message.code == .noError && chain.end == .nothing && chain.aliases.count > count
      guard goesOn else { break }
    }
    answer.duration = ContinuousClock.now - start
    answer.aliases = chain.aliases
    answer.records = chain.records
    return answer
  }

  /// One question, in as many packets as it takes; nil where the outcome is none that can be used.
  private func exchange(
    _ server: SocketAddress, _ question: DNSQuestion, _ answer: inout DNSAnswer
  ) throws(DNSMessageError) -> DNSMessage? {
    var edns: Int? = Self.ednsSize
    var attempt = DNSAttempt(question)
    for _ in 0..<tries {
      answer.tries += 1
      switch try attempt.overUDP(server, ednsSize: edns, Deadline(after: timeout)) {
      case .answer(let message) where message.isTruncated:
        answer.tries += 1
        return settle(try attempt.overTCP(server, ednsSize: edns, Deadline(after: timeout)), attempt, .tcp, &answer) {
          .truncated($0)
        }
      case .answer(let message) where edns != nil && [.formatError, .notImplemented].contains(message.code):
        // A server of old age: without EDNS it may know what to say.
        edns = nil
        answer.faults.append(.noEDNS(message.code))
        answer.tries += 1
        let plain = try attempt.overUDP(server, ednsSize: nil, Deadline(after: timeout))
        return settle(plain, attempt, .udp, &answer) { _ in nil }
      case .answer(let message): return settle(.answer(message), attempt, .udp, &answer) { _ in nil }
      case .failed(.timedOut): continue
      case .failed(let error):
        answer.outcome = .noAnswer(error)
      case .unusable: continue
      }
      break
    }
    answer.tries += 1
    return settle(
      try attempt.overTCP(server, ednsSize: edns, Deadline(after: timeout)), attempt, .tcp, &answer, { _ in nil })
  }

  private func settle(
    _ result: DNSAttempt.Result, _ attempt: DNSAttempt, _ transport: DNSAnswer.Transport, _ answer: inout DNSAnswer,
    _ fault: (SocketError) -> DNSFault?
  ) -> DNSMessage? {
    for fault in attempt.faults where !answer.faults.contains(fault) { answer.faults.append(fault) }
    switch result {
    case .answer(let message):
      answer.transport = transport
      if transport == .tcp, message.isTruncated { answer.faults.append(.truncatedOverTCP) }
      return message
    case .failed(let error):
      let named = fault(error)
      if let named { answer.faults.append(named) }
      // Something came, though nothing that can be used: that says more than silence.
      if named != nil || !attempt.faults.isEmpty {
        answer.outcome = .unusable
      } else if case .noAnswer(.timedOut) = answer.outcome {
        answer.outcome = .noAnswer(error)
      }
      return nil
    case .unusable:
      answer.outcome = .unusable
      return nil
    }
  }

  private static func note(_ message: DNSMessage, _ chain: AliasChain, _ answer: inout DNSAnswer) {
    answer.responseCode = message.code
    answer.isAuthoritative = message.isAuthoritative
    let unrelated = chain.unrelated(in: message.answers)
    // Behind the limit nobody looked whether they belong to it.
    if unrelated > 0, chain.end != .limit { answer.faults.append(.unrelatedRecords(unrelated)) }
    for record in chain.aliases + chain.records {
      let fault = fault(ofTTL: record)
      if let fault, !answer.faults.contains(fault) { answer.faults.append(fault) }
    }
    switch (message.code, chain.end) {
    case (_, .loop):
      answer.faults.append(.aliasLoop(chain.aliases.last?.value ?? chain.name))
      answer.outcome = .unusable
    case (_, .limit):
      answer.faults.append(.tooManyAliases(limit: AliasChain.limit))
      answer.outcome = .unusable
    case (.noError, .records): answer.outcome = .answered
    case (.noError, .nothing): answer.outcome = .noData
    case (.nonexistentDomain, _): answer.outcome = .nonexistentDomain
    default: answer.outcome = .serverError
    }
  }

  private static func fault(ofTTL record: DNSRecord) -> DNSFault? {
    if record.ttl > UInt32(Int32.max) { return .ttlOutOfRange(name: record.owner, ttl: record.ttl) }
    return record.ttl > 604_800 ? .ttlVeryLong(name: record.owner, ttl: record.ttl) : nil
  }
}
