public import DNSMessages

/// Questions to DNS servers, asked from this machine.
public struct DNSProbe: Sendable {
  public let servers: [SocketAddress]
  private let client: DNSClient

  /// A probe.
  ///
  /// - Parameters:
  ///   - timeout: How long a try waits for its answer.
  ///   - tries: How many times a question goes out over UDP before TCP is tried.
  public init(servers: [SocketAddress], timeout: Duration = .seconds(2), tries: Int = 2) {
    self.servers = servers
    client = DNSClient(timeout: timeout, tries: tries)
  }

  /// The answers of every server to every question: question by question, in each the servers in order.
  ///
  /// - Throws: `DNSMessageError` where ldns is missing or no message can hold a name.
  public func ask(_ questions: [DNSQuestion]) async throws(DNSMessageError) -> [DNSAnswer] {
    let pairs = questions.flatMap { question in servers.map { (question, $0) } }
    let results = await BlockingWork.map(pairs) { [client] pair -> Result<DNSAnswer, DNSMessageError> in
      do throws(DNSMessageError) {
        return .success(try client.ask(pair.1, pair.0))
      } catch {
        return .failure(error)
      }
    }
    var answers: [DNSAnswer] = []
    for result in results { answers.append(try result.get()) }
    return answers
  }
}
