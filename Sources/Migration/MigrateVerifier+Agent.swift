internal import AzureResources
internal import Findings
internal import NameResolution
internal import ProbeRecords

/// `AgentNotConnected`: the appliance's agent doesn't reach a service endpoint.
///
/// - Source: troubleshoot-network-connectivity, "Start Discovery fails with the error AgentNotConnected"; interpretation
///   tables, `azureMigrate`.
extension MigrateVerifier {
  mutating func agentWalk() -> [Check] {
    let hosts = question.error?.hosts ?? []
    let publicURLs = MigratePublicURL.all(in: question.cloud)
    var checks: [Check] = []
    var asked: [MigratePublicURL] = []
    for host in hosts {
      if let kind = MigrateEndpointKind.of(name: host, in: question.cloud) {
        let isKnown = names.contains { $0.name == host }
        checks.append(
          Check(
            .migrateErrorText, isKnown ? .pass : .warning,
            "\(host) is a private name of the \(kind.purpose.words)"
              + (isKnown ? "" : ", but neither an endpoint of the snapshot nor the DNS settings have it")))
      } else if let url = publicURLs.first(where: { $0.covers(host) }) {
        asked.append(url)
        checks.append(Check(.migrateErrorText, .pass, "\(host) is public (\(url.pattern): \(url.purpose))"))
      } else {
        checks.append(Check(.migrateErrorText, .warning, "\(host) is none of the URLs that an appliance needs"))
      }
    }
    if hosts.isEmpty {
      checks.append(
        Check(.migrateErrorText, .skipped, "the message's URL isn't known: give its whole text with --error"))
    }
    checks += asked.isEmpty ? publicChecks(publicURLs) : asked.compactMap(publicCheck)
    // A public URL alone is the fault of the way out, not of private endpoints.
    let isPublicAlone = !hosts.isEmpty && asked.count == hosts.count
    guard !isPublicAlone else { return checks }
    checks += connectionChecks() + placeChecks()
    // The guide: repeat this for all URLs of the list, not only for the one in the message. Its own comes first.
    let first = names.filter { hosts.contains($0.name) }
    checks += reachChecks(first + names.filter { !hosts.contains($0.name) })
    return checks
  }

  /// The steps that both trees have: the way, the name, the port, the proxy, the certificate.
  mutating func reachChecks(_ names: [MigrateName]) -> [Check] {
    var checks = pathChecks(names)
    if question.source == nil, !names.contains(where: { connections($0).last?.isOpen == true }) {
      checks.append(
        Check(
          .migratePathBlocked, .unknown,
          "where the appliance is isn't said: name it with --from, or probe from it with --probe"))
    }
    checks += zoneChecks(names)
    for name in names { checks += resolutionChecks(name) }
    for name in names { checks += probedNameChecks(name) }
    if question.asker == nil, names.contains(where: { isProbedRight($0) == nil }) {
      checks.append(
        Check(
          .probedNameWrong, .unknown,
          "what the appliance's DNS answers was neither probed nor can it be computed: use --from, --probe or --nslookup"
        ))
    }
    for name in names { checks += probedPortChecks(name) }
    checks += bypassChecks(names)
    return checks
  }
}
