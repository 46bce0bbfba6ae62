internal import AzureResources
internal import CommandLineParsing
internal import Diagnosis
internal import Estate
internal import Findings
internal import Migration
internal import NameResolution
internal import ProbeRecords
internal import Probing
internal import Reporting

/// `azimuth migrate verify`.
struct MigrateVerifyCommand: Command {
  static let name = "verify"
  static let summary = "Walk the guide for Azure Migrate with private endpoints."
  static let discussion = """
    Every step of "Troubleshoot network connectivity" is a check: the endpoints of discovery, assessment, hub, key vault, \
    storage and recovery services are there, approved and in the project's network; data flows; the private DNS zones \
    exist, are linked and hold the right records; every name resolves to its endpoint where the appliance is; routes and \
    filters let it through; the proxy's bypass list has the names; the public URLs are reached.

    Configuration comes from the snapshot, the portal's "Download DNS settings" file, or both. What the appliance sees \
    comes from probes: --probe makes them here and now, so run it on the appliance; those that a snapshot holds \
    (azimuth probe ... --save) and nslookup's output count as well, and what they saw comes before what configuration says.

    With --error the steps of that error's own causes are walked: ForbiddenToAccessKeyVault or AgentNotConnected, as a \
    code or as the message that the appliance shows.
    """
  static let examples = [
    Example("azimuth migrate verify --snapshot contoso/ --from onpremises", "Walk the guide over a snapshot"),
    Example(
      "azimuth migrate verify --dns-settings dns-settings.txt --probe",
      "On the appliance, with the portal's file alone"),
    Example(
      "azimuth migrate verify --error ForbiddenToAccessKeyVault --account 0f3c... --snapshot contoso/",
      "Walk the causes of an error"),
    Example(
      "azimuth migrate verify --probe --proxy http://10.0.0.10:3128 --proxy-bypass '*.vault.azure.net;*.privatelink.*'",
      "With the appliance's proxy and its bypass list"),
  ]

  @Argument("The project, by name or ID; the snapshot's only one unless given", placeholder: "PROJECT")
  var project: String?
  @Option(
    "Where the appliance is: a machine, NIC, subnet or network of the snapshot, an address, or `onpremises`",
    placeholder: "SOURCE", completion: NameCompletion.names(of: TargetKinds.askers))
  var from: String?
  @Flag("Probe every name, port and certificate, and the public URLs, from this machine") var probe: Bool
  @Option("With --probe: the DNS server to ask, repeatable; those of /etc/resolv.conf unless given")
  var server: [DNSServerText]
  @Option("With --probe: how long a try waits") var timeout = ProbeSeconds(3)
  @Option("The appliance's HTTP proxy") var proxy: ProxyText?
  @Option("What goes past the proxy: names and patterns, apart by ;", placeholder: "LIST") var proxyBypass: String?
  @Option("What nslookup printed on the appliance, in a file", placeholder: "FILE", completion: .files)
  var nslookup: String?
  @Option("The error that the appliance shows: its code, or its whole message", placeholder: "TEXT") var error: String?
  @Option("The registering account's object id, and those of its groups; repeatable", placeholder: "OBJECTID")
  var account: [String]
  @OptionGroup var migrate: MigrateOptions
  @OptionGroup var names: NameOptions
  @OptionGroup var probes: ProbeOptions
  @OptionGroup var computation: ComputationOptions
  @OptionGroup var common: CommonOptions

  func validate() throws(UsageError) {
    try common.refusePicture()
    if let error, MigrateErrorMessage(error) == nil {
      throw UsageError(
        "'\(error.prefix(60))' is no error that is known here: expected ForbiddenToAccessKeyVault, AgentNotConnected or"
          + " their message")
    }
    if proxyBypass != nil, proxy == nil { throw UsageError("--proxy-bypass needs --proxy") }
    if !probe, !server.isEmpty { throw UsageError("--server needs --probe") }
    if !probe, probes.save != nil { throw UsageError("--save needs --probe: there is nothing else to save") }
    if common.snapshot.isEmpty, from != nil { throw UsageError("--from needs a snapshot: --snapshot PATH") }
  }

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let settings = try migrate.settings()
    let estate = common.snapshot.isEmpty && settings != nil ? Estate([], text: SnapshotText()) : try session.estate()
    let chosen = try migrate.project(project, estate, settings)
    var question = try question(estate, settings)
    if probe {
      let verifier = MigrateVerifier(chosen, question, estate, asOf: computation.day)
      let live = try await MigrateProbing(
        servers: server.map(\.address), timeout: timeout.duration, proxy: proxy?.proxy, bypass: question.bypass,
        cloud: migrate.cloud
      ).run(verifier.names)
      question.probes = question.probes.adding(
        names: live.observedNames, connections: live.observedConnections, handshakes: live.observedHandshakes)
      try live.save(probes)
    }
    var verifier = MigrateVerifier(chosen, question, estate, asOf: computation.day)
    let verification = verifier.verify()
    session.print(VerificationReport(verification, of: estate))
    switch verification.verdict {
    case .healthy: return .success
    case .faulty: return .blocked
    case .indeterminate: return .indeterminate
    }
  }

  private func question(_ estate: Estate, _ settings: DNSSettings?) throws -> MigrateQuestion {
    var question = MigrateQuestion()
    question.cloud = migrate.cloud
    question.settings = settings
    question.declared = try names.names(estate)
    question.probes = ProbeRecords(estate)
    question.proxy = proxy.map { "\($0.proxy)" }
    question.bypass = proxyBypass.map { ProxyBypass($0) }
    question.error = error.flatMap { MigrateErrorMessage($0) }
    question.accounts = account.map { $0.lowercased() }
    if let nslookup {
      guard let bytes = StandardInput.bytes(ofFile: nslookup) else {
        throw CommandError(message: "\(nslookup): the file can't be read")
      }
      let answers = NslookupOutput.answers(String(decoding: bytes, as: UTF8.self))
      guard !answers.isEmpty else {
        throw CommandError(
          message: "\(nslookup) holds no answer of nslookup",
          remedy: "Paste what nslookup printed, the line with its command first: nslookup kv1.vault.azure.net")
      }
      question.probes = question.probes.adding(names: answers)
    }
    if let from {
      let resolver = TargetResolver(estate)
      question.asker = try AskerText.asker(from, resolver, estate).asker
      question.source = try source(from, resolver, estate)
    }
    return question
  }

  /// The appliance as the source of connections; a whole network has none of its own.
  private func source(
    _ text: String, _ resolver: TargetResolver, _ estate: Estate
  ) throws -> EndpointReference? {
    switch text.lowercased() {
    case "onpremises", "on-premises": return .onPremises
    case "internet": return .internet
    default: break
    }
    let id = try resolver.resolve(text, among: TargetKinds.askers)
    return estate.virtualNetworkIndex(id) == nil ? .resource(id) : nil
  }
}
