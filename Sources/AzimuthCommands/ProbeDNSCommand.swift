internal import AzureFacts
internal import CommandLineParsing
internal import DNSMessages
internal import Estate
internal import IPAddressing
internal import JSONDocument
internal import ProbeRecords
internal import Probing
internal import Reporting

/// `azimuth probe dns`.
struct ProbeDNSCommand: Command {
  static let name = "dns"
  static let summary = "Ask DNS servers for names, and say what their answers mean."
  static let discussion = """
    Questions go straight to the servers that are named, past this machine's hosts file, caches and search list; without \
    --server, to those of /etc/resolv.conf, each in turn. An answer's aliases are shown in order with their TTLs.

    With a snapshot an answer is compared with the private endpoints that have the name: the address is what counts, \
    aliases only explain. The exit code is 1 where an answer isn't the endpoint's address, and 4 where a server gives no \
    usable answer.
    """
  static let examples = [
    Example("azimuth probe dns kv1.vault.azure.net --server 10.0.0.4", "Ask a resolver for a key vault"),
    Example(
      "azimuth probe dns kv1.vault.azure.net --snapshot contoso/",
      "See whether this machine's resolvers give the private endpoint's address"),
    Example(
      "azimuth probe dns st1.blob.core.windows.net --server 10.0.0.4 --server 168.63.129.16 --save probes.json",
      "Compare two servers, and keep the answers for verify"),
  ]

  @Argument("The names to ask for", placeholder: "NAME") var names: [String]
  @Option("A DNS server, repeatable; those of /etc/resolv.conf unless given", short: "s") var server: [DNSServerText]
  @Option("The type of records, repeatable; A and AAAA unless given", short: "t") var type: [ProbeRecordType]
  @Option("How long a try waits") var timeout = ProbeSeconds(2)
  @Option("How many tries over UDP, before TCP") var tries: Int = 2
  @OptionGroup var probe: ProbeOptions
  @OptionGroup var common: CommonOptions

  func validate() throws(UsageError) {
    try common.refusePicture()
    for name in names {
      if let fault = DNSName.fault(in: name) { throw UsageError("\"\(name)\" can't be asked for: \(fault)") }
    }
    guard 1...10 ~= tries else { throw UsageError("--tries is \(tries): expected 1 to 10") }
  }

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let estate = common.snapshot.isEmpty ? nil : try session.estate()
    let system = SystemNames.read()
    let servers = server.isEmpty ? system.servers.map { SocketAddress($0, port: 53) } : server.map(\.address)
    guard !servers.isEmpty else {
      throw CommandError(
        message: "there is no DNS server to ask: /etc/resolv.conf names none", remedy: "Name one with --server IP.")
    }
    let types = type.isEmpty ? [DNSRecordType.a, .aaaa] : type.map(\.type)
    let questions = names.flatMap { name in types.map { DNSQuestion(name, $0) } }
    let answers: [DNSAnswer]
    do throws(DNSMessageError) {
      answers = try await DNSProbe(servers: servers, timeout: timeout.duration, tries: tries).ask(questions)
    } catch {
      throw CommandError(
        message: error.description,
        remedy: error.reason == .noLibrary ? "Install it: apt-get install libldns3" : "")
    }
    let book = estate.map { ExpectedAddresses($0) }
    let entries = answers.compactMap { answer in
      ObservedName(answer.json).map { name in
        NameProbeReport.Entry(
          answer, NameReading(name, book) { !(estate?.virtualNetworks(containing: $0).isEmpty ?? true) })
      }
    }
    session.print(NameProbeReport(entries))
    session.notify(notices(answers, system))
    try probe.keep(.dns, answers.map { ($0.question.name, JSONObject(), $0.json) })
    if entries.contains(where: { $0.reading.isRight == false }) { return .blocked }
    return answers.allSatisfy(\.isUsable) ? .success : .networkFailure
  }

  private func notices(_ answers: [DNSAnswer], _ system: SystemNames) -> [Notice] {
    var notices: [Notice] = []
    for name in names {
      guard let addresses = system.hosts[DNSName.folded(name)] else { continue }
      let list = addresses.map(\.description).joined(separator: ", ")
      notices.append(
        Notice(
          .warning, "this machine's /etc/hosts says \(list) for \(name): programs here use that, whatever DNS says"))
    }
    let isAzures = answers.contains { answer in
      !answer.isUsable && PlatformAddress.all.contains { $0.prefix.contains(answer.server.address) }
    }
    if isAzures {
      notices.append(
        Notice(
          .note,
          "168.63.129.16 answers only machines inside an Azure virtual network: it's no server or forwarder for others")
      )
    }
    for name in Set(answers.map(\.question.name)).sorted() where disagree(answers, on: name) {
      notices.append(
        Notice(
          .warning,
          "the servers answer differently for \(name): a machine asks them in order, so it fails whenever another answers"
        ))
    }
    return notices
  }

  /// Whether servers that answered gave different addresses.
  private func disagree(_ answers: [DNSAnswer], on name: String) -> Bool {
    let own = answers.filter { $0.question.name == name && $0.isUsable }
    return Dictionary(grouping: own, by: \.question.type).values.contains { same in
      Set(same.map { Set($0.addresses) }).count > 1
    }
  }
}
