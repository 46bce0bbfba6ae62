internal import CommandLineParsing
internal import IPAddressing
internal import JSONDocument
internal import ProbeRecords
internal import Probing
internal import Reporting
internal import TLSHandshakes

/// `azimuth probe tls`.
struct ProbeTLSCommand: Command {
  static let name = "tls"
  static let summary = "See which certificate a server shows, and whether it's to be trusted."
  static let discussion = """
    A handshake with the target's name as server name (SNI), and nothing after it. The certificate's chain is compared \
    with the authorities that this machine trusts, or with those of --ca, its names with the name asked for.

    --address connects to an address whatever the name resolves to: so a private endpoint is proved apart from DNS. \
    A private endpoint's server has the certificate of the public name; one for a privatelink name doesn't exist. An \
    issuer that nobody knows is commonly a proxy's that inspects TLS.

    The exit code is 1 where a certificate isn't trusted or is for another name, and 4 where no handshake comes about.
    """
  static let examples = [
    Example("azimuth probe tls kv1.vault.azure.net:443", "Look at a key vault's certificate"),
    Example(
      "azimuth probe tls kv1.vault.azure.net:443 --address 10.12.4.20",
      "Prove a private endpoint, whatever DNS says"),
    Example(
      "azimuth probe tls management.azure.com:443 --proxy http://10.0.0.10:3128",
      "See whether a proxy replaces certificates"),
  ]

  @Argument("What to connect to", placeholder: "HOST:PORT") var targets: [ProbeTarget]
  @Option("The name to ask the server for; the target's host unless given", placeholder: "NAME") var sni: String?
  @Option("Trust the authorities of this file (PEM), not the system's", placeholder: "FILE", completion: .files)
  var ca: String?
  @Option("Connect to this address, whatever the name resolves to", placeholder: "IP") var address: IPAddress?
  @Option("How long the connection may take, and the handshake after it") var timeout = ProbeSeconds(5)
  @Option("Connect through this HTTP proxy, with CONNECT") var proxy: ProxyText?
  @OptionGroup var probe: ProbeOptions
  @OptionGroup var common: CommonOptions

  func validate() throws(UsageError) {
    try common.refusePicture()
    if address != nil, proxy != nil {
      throw UsageError("--address and --proxy exclude each other: the proxy chooses the address")
    }
  }

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let tls = TLSProbe(
      timeout: timeout.duration, serverName: sni, authorities: ca, address: address, proxy: proxy?.proxy)
    let results = await tls.run(targets.map(\.place))
    for result in results {
      switch result.outcome {
      case .noHandshake(.noLibrary(let text)):
        throw CommandError(
          message: "the TLS library OpenSSL can't be loaded: \(text)", remedy: "Install it: apt-get install libssl3")
      case .noHandshake(.setup(let text)):
        throw CommandError(
          message: "TLS can't be set up\(ca.map { " with \($0)" } ?? ""): \(text)",
          remedy: "--ca takes a file of certificates in PEM form.")
      default: continue
      }
    }
    session.print(HandshakeProbeReport(results))
    try probe.keep(.tls, results.map { ("\($0.target)", JSONObject(), $0.json) })
    guard results.allSatisfy(\.isAnswered) else { return .networkFailure }
    return results.allSatisfy { $0.outcome == .trusted } ? .success : .blocked
  }
}
