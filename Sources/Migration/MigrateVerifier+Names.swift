internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import NameResolution
internal import ProbeRecords

/// What the appliance gets for names: by configuration, and as probes saw it.
extension MigrateVerifier {
  /// What DNS answers at the appliance, by configuration.
  mutating func resolutionChecks(_ name: MigrateName) -> [Check] {
    guard let asker = question.asker, let domain = DomainName(name.name) else { return [] }
    let answer = resolver.resolve(domain, from: asker, types: [.address])
    // A probe saw what happens: configuration then only explains.
    let fault: Check.Status = isProbedRight(name) == true ? .warning : .fail
    let deciding = answer.links.last { $0.resource != nil }?.resource
    let words = Self.words(name)
    switch answer.outcome {
    case .addresses(let addresses):
      guard !name.expected.isEmpty else {
        return [
          Check(
            .migrateNameUnresolved, .unknown,
            "\(words) resolves to \(Self.words(addresses)) by configuration; nothing says whether that's right",
            deciding)
        ]
      }
      guard !addresses.allSatisfy(name.expected.contains) else {
        return [
          Check(
            .migrateNameUnresolved, .pass, "\(words) resolves to \(Self.words(addresses)) by configuration", deciding)
        ]
      }
      return [
        wrong(
          fault, "\(words) resolves to \(Self.words(addresses)) by configuration, not to \(Self.words(name.expected))",
          deciding, answer)
      ]
    case .alias: return []
    case .publicService:
      return [wrong(fault, "\(words) resolves to a public address by configuration", deciding, answer)]
    case .noSuchName: return [wrong(fault, "\(words) doesn't exist at the appliance (NXDOMAIN)", deciding, answer)]
    case .noData: return [wrong(fault, "\(words) has no address at the appliance", deciding, answer)]
    case .failure:
      return [wrong(fault, "no DNS server answers the appliance for \(words)", deciding, answer)]
    case .unknown(let input):
      missing.append(input)
      return [
        Check(
          .migrateNameUnresolved, isProbedRight(name) == true ? .pass : .unknown,
          "what the appliance's DNS answers for \(words) isn't in the snapshot", deciding)
      ]
    }
  }

  private func wrong(_ status: Check.Status, _ summary: String, _ deciding: ResourceID?, _ answer: NameAnswer) -> Check
  {
    let last = answer.links.last?.summary
    return Check(
      .migrateNameUnresolved, status, summary + (last.map { ": \($0)" } ?? ""), deciding,
      remedy: Remedy(
        "let the appliance's DNS servers forward the public suffix to a resolver in a network that the zone is linked to,"
          + " or link the zone to the network of the resolver that answers",
        ["azimuth resolve \(answer.name) --from <appliance>"]))
  }

  /// What probes got for a name, the newest answer of each server.
  mutating func probedNameChecks(_ name: MigrateName) -> [Check] {
    answers(name).map { answer -> Check in
      let reading = NameReading(answer, listed: name.expected)
      let server = answer.server.map { " from \($0)" } ?? ""
      let place = answer.asker.map { " at \($0)" } ?? ""
      let got = answer.addresses.isEmpty ? reading.summary : "\(Self.words(answer.addresses)): \(reading.summary)"
      let summary = "\(Self.words(name))\(server)\(place): \(got)"
      let status: Check.Status
      switch reading.isRight {
      case true?: status = .pass
      case false?: status = .fail
      case nil: status = reading.meaning == .timeout || reading.meaning == .serverError ? .fail : .unknown
      }
      return Check(
        .probedNameWrong, status, summary, nil, detail: [.init("meaning", reading.meaning.rawValue)],
        remedy: status == .fail ? Self.remedy(reading, name) : nil)
    }
  }

  /// Whether the appliance gets a name's own address, as its last probes saw it; nil where nobody probed.
  func isProbedRight(_ name: MigrateName) -> Bool? {
    let readings = answers(name).map { NameReading($0, listed: name.expected).isRight }
    guard !readings.isEmpty else { return nil }
    return readings.allSatisfy { $0 == true }
  }

  /// The newest answer of each server.
  private func answers(_ name: MigrateName) -> [ObservedName] {
    let own = question.probes.names.filter { $0.name == name.name && $0.type == "A" }
    var newest: [IPAddress?: ObservedName] = [:]
    for answer in own { newest[answer.server] = answer }
    return newest.values.sorted { ($0.server?.description ?? "") < ($1.server?.description ?? "") }
  }

  private static func remedy(_ reading: NameReading, _ name: MigrateName) -> Remedy {
    let suffix = name.kind.map { $0.usesAlias ? $0.suffix : "prod.migration.windowsazure.com" } ?? "the public suffix"
    switch reading.meaning {
    case .privateUnexpected:
      return Remedy(
        "correct the A record, or the hosts line, that gives the old address, and flush the appliance's cache")
    case .publicByPrivatelinkAlias, .publicAddress:
      return Remedy(
        "let the appliance's DNS server forward \(suffix) to a resolver in a network that the private zone is linked to"
          + " (a private resolver's inbound endpoint, or a DNS server there that forwards to 168.63.129.16)")
    case .nonexistentDomain, .nonexistentBehindAlias:
      return Remedy("enter the A record into the private zone, or forward \(suffix) to a resolver that sees the zone")
    case .timeout, .serverError, .unusable:
      return Remedy("look at the DNS server itself: whether it runs, and whether its forwarders answer")
    default: return Remedy("look at the appliance's DNS servers")
    }
  }
}
