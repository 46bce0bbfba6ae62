internal import DNSMessages

/// The packets of one question: sends it, and tells its answer from what else comes.
struct DNSAttempt {
  enum Result {
    case answer(DNSMessage)
    case failed(SocketError)
    /// The server sent something that says nothing, and no more is to be waited for.
    case unusable
  }

  private let question: DNSQuestion
  private var strangers = 0
  private var others: [DNSFault] = []

  init(_ question: DNSQuestion) { self.question = question }

  /// What was wrong with what came, over all tries.
  var faults: [DNSFault] { (strangers > 0 ? [.wrongID(packets: strangers)] : []) + others }

  /// Asks over UDP. Whatever isn't the answer is passed over until the deadline: it may be a forger's.
  mutating func overUDP(
    _ server: SocketAddress, ednsSize: Int?, _ deadline: Deadline
  ) throws(DNSMessageError) -> Result {
    let id = UInt16.random(in: .min ... .max)
    let query = try DNSMessage.query(question, id: id, ednsSize: ednsSize)
    do throws(SocketError) {
      let socket = try Socket(.datagram, to: server, until: deadline)
      try socket.send(query, until: deadline)
      for _ in 0..<DNSClient.packetLimit {
        let packet = try socket.receive(atMost: 65535, until: deadline)
        if let message = read(packet, id) { return .answer(message) }
      }
      return .unusable
    } catch {
      return .failed(error)
    }
  }

  /// Asks over TCP.
  mutating func overTCP(
    _ server: SocketAddress, ednsSize: Int?, _ deadline: Deadline
  ) throws(DNSMessageError) -> Result {
    let id = UInt16.random(in: .min ... .max)
    let query = try DNSMessage.query(question, id: id, ednsSize: ednsSize)
    do throws(SocketError) {
      let socket = try Socket(.stream, to: server, until: deadline)
      let length = UInt16(query.count)
      try socket.send([UInt8(length >> 8), UInt8(length & 0xff)] + query, until: deadline)
      let prefix = try socket.receive(exactly: 2, until: deadline)
      let packet = try socket.receive(exactly: Int(prefix[0]) << 8 | Int(prefix[1]), until: deadline)
      return read(packet, id).map { .answer($0) } ?? .unusable
    } catch {
      return .failed(error)
    }
  }

  /// The answer to the question in a packet; nil, and a fault, for any other packet.
  private mutating func read(_ packet: [UInt8], _ id: UInt16) -> DNSMessage? {
    // The id is looked at first: a packet that isn't ours isn't worth unpacking.
    guard packet.count >= 2, UInt16(packet[0]) << 8 | UInt16(packet[1]) == id else {
      strangers += 1
      return nil
    }
    let message: DNSMessage
    do throws(DNSMessageError) {
      message = try DNSMessage(wire: packet)
    } catch {
      add(.malformed(error.description))
      return nil
    }
    guard message.isResponse else {
      add(.notAnAnswer)
      return nil
    }
    // A server that can't read the question may leave it out of its answer.
    if message.questions.isEmpty, message.code != .noError { return message }
    guard message.questions == [question] else {
      add(.wrongQuestion(asked: Self.text(question), answered: message.questions.first.map(Self.text) ?? "nothing"))
      return nil
    }
    return message
  }

  private mutating func add(_ fault: DNSFault) {
    if !others.contains(fault) { others.append(fault) }
  }

  private static func text(_ question: DNSQuestion) -> String { "\(question.name) \(question.type)" }
}
