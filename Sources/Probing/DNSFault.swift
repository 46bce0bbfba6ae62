public import DNSMessages

/// What is wrong with what a DNS server sent. None of it is believed, and none of it makes a probe last longer than its
/// tries.
public enum DNSFault: Sendable, Hashable {
  /// Packets with another id than the question's: late ones, or forged ones.
  case wrongID(packets: Int)
  /// Answers to another question.
  case wrongQuestion(asked: String, answered: String)
  /// Questions instead of answers.
  case notAnAnswer
  /// Bytes that are no message, in ldns's words.
  case malformed(String)
  /// Aliases that lead back to one of them.
  case aliasLoop(String)
  /// More aliases than resolvers follow.
  case tooManyAliases(limit: Int)
  /// An answer over TCP that says that it's cut short: TCP has room for all.
  case truncatedOverTCP
  /// An answer over UDP was cut short, and TCP didn't work.
  case truncated(SocketError)
  /// Above 2,147,483,647 seconds, which counts as 0 (RFC 2181 §8).
  case ttlOutOfRange(name: String, ttl: UInt32)
  /// Above a week: resolvers keep it a week at most (RFC 8767 §4), and a change takes as long to be seen.
  case ttlVeryLong(name: String, ttl: UInt32)
  /// Records that don't belong to the answer.
  case unrelatedRecords(Int)
  /// The server answered only without EDNS: answers above 512 bytes need TCP.
  case noEDNS(DNSResponseCode)

  /// The word for programs.
  public var code: String {
    switch self {
    case .wrongID: "wrongId"
    case .wrongQuestion: "wrongQuestion"
    case .notAnAnswer: "notAnAnswer"
    case .malformed: "malformed"
    case .aliasLoop: "aliasLoop"
    case .tooManyAliases: "tooManyAliases"
    case .truncatedOverTCP: "truncatedOverTcp"
    case .truncated: "truncated"
    case .ttlOutOfRange: "ttlOutOfRange"
    case .ttlVeryLong: "ttlVeryLong"
    case .unrelatedRecords: "unrelatedRecords"
    case .noEDNS: "noEdns"
    }
  }

  /// A sentence without a full stop.
  public var summary: String {
    switch self {
    case .wrongID(let packets):
      "\(packets) \(packets == 1 ? "packet" : "packets") with another id than the question's \(packets == 1 ? "was" : "were") ignored"
    case .wrongQuestion(let asked, let answered): "the answer is about \(answered), not about \(asked)"
    case .notAnAnswer: "what came back is a question, not an answer"
    case .malformed(let text): "what came back is no message of DNS: \(text)"
    case .aliasLoop(let name): "the aliases lead back to \(name)"
    case .tooManyAliases(let limit): "there are more than \(limit) aliases: resolvers give up"
    case .truncatedOverTCP: "the answer over TCP says that it's cut short"
    case .truncated(let error): "the answer over UDP was cut short, and TCP failed: \(error)"
    case .ttlOutOfRange(let name, let ttl):
      "the TTL of \(name), \(ttl) s, is above 2147483647 s and counts as 0"
    case .ttlVeryLong(let name, let ttl): "the TTL of \(name), \(ttl) s, is above a week: caches keep it a week"
    case .unrelatedRecords(let count):
      "\(count) \(count == 1 ? "record" : "records") of the answer \(count == 1 ? "doesn't" : "don't") belong to the question"
    case .noEDNS(let code): "the server answers EDNS with \(code): answers above 512 bytes need TCP"
    }
  }
}
