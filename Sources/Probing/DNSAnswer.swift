public import DNSMessages
public import IPAddressing

/// What came of one question to one server.
public struct DNSAnswer: Sendable, Hashable {
  /// How it went.
  public enum Outcome: Sendable, Hashable {
    /// Records of the type asked for.
    case answered
    /// The last name exists and has no such records.
    case noData
    /// The last name doesn't exist (NXDOMAIN).
    case nonexistentDomain
    /// The server refuses, fails or doesn't understand; the response code says which.
    case serverError
    /// No answer: silence, or what `SocketError` says.
    case noAnswer(SocketError)
    /// What came can't be used; the faults say why.
    case unusable
  }

  /// How the answer that counts came.
  public enum Transport: String, Sendable, Hashable {
    case udp = "UDP"
    case tcp = "TCP"
  }

  public let question: DNSQuestion
  public let server: SocketAddress
  public internal(set) var outcome: Outcome
  public internal(set) var transport: Transport?
  /// Nil where no answer came.
  public internal(set) var responseCode: DNSResponseCode?
  public internal(set) var isAuthoritative = false
  /// The aliases in order, each with its TTL.
  public internal(set) var aliases: [DNSRecord] = []
  /// The records of the last name.
  public internal(set) var records: [DNSRecord] = []
  /// From the first packet sent to the last one received.
  public internal(set) var duration = Duration.zero
  /// How many packets were sent, TCP's questions included.
  public internal(set) var tries = 0
  public internal(set) var faults: [DNSFault] = []

  init(_ question: DNSQuestion, _ server: SocketAddress) {
    self.question = question
    self.server = server
    outcome = .noAnswer(.timedOut)
  }

  /// The addresses of the last name.
  public var addresses: [IPAddress] {
    records.filter { $0.type == .a || $0.type == .aaaa }.compactMap { try? IPAddress($0.value) }
  }

  /// The name that the aliases lead to; the name asked for where there are none.
  public var lastName: String { aliases.last?.value ?? question.name }

  /// Whether the server was asked and gave an answer that can be used, NXDOMAIN included.
  public var isUsable: Bool {
    switch outcome {
    case .answered, .noData, .nonexistentDomain: true
    case .serverError, .noAnswer, .unusable: false
    }
  }
}

extension DNSAnswer.Outcome {
  /// The word for programs.
  public var code: String {
    switch self {
    case .answered: "answered"
    case .noData: "noData"
    case .nonexistentDomain: "nxdomain"
    case .serverError: "serverError"
    case .noAnswer(.timedOut): "timeout"
    case .noAnswer(.refused): "refused"
    case .noAnswer: "unreachable"
    case .unusable: "unusable"
    }
  }
}
