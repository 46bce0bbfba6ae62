internal import AzureResources
public import Estate
internal import Findings
internal import IPAddressing
internal import JSONDocument
public import NameResolution
internal import Routing

/// Compares what a name gives at a place with what it should give: the address of the private endpoint that bears it.
///
/// - Source: private endpoint semantics C.8, C.10; the order is that of C.10.
public struct NameExaminer: Sendable {
  public internal(set) var resolver: NameResolver

  public init(_ resolver: NameResolver) { self.resolver = resolver }

  public init(_ estate: Estate, declared: DeclaredNames = DeclaredNames()) {
    self.init(NameResolver(estate, declared: declared))
  }

  /// Examines one name.
  ///
  /// - Complexity: As resolving it; where it fails, a few times that.
  public mutating func examine(_ name: DomainName, from asker: NameAsker) -> NameExamination {
    let answer = resolver.resolve(name, from: asker)
    let subject = NameSubject(name, asker, answer, &resolver)
    return NameExamination(answer: answer, checks: checks(subject))
  }

  private mutating func checks(_ subject: NameSubject) -> [Check] {
    if let unapproved = unapproved(subject) { return [unapproved] + [resolved(subject)].filter { $0.status == .pass } }
    if let overridden = overridden(subject) { return [overridden] }
    guard let fault = fault(subject) else { return [resolved(subject)] + differing(subject) + refused(subject) }
    return [eased(fault, subject)]
  }

  /// A public answer stops nobody where the service is open to the public: then it is a warning.
  private func eased(_ fault: Check, _ subject: NameSubject) -> Check {
    guard case .publicService = subject.answer.outcome,
      let target = subject.endpoint?.connections.first?.target, TargetAccess(subject.estate, of: target).state == .open
    else { return fault }
    return Check(
      fault.code, .warning, "\(fault.summary); \(target.name) is open to the public, so that connections still work",
      fault.resource, fault.evidence, detail: fault.detail, party: fault.party, remedy: fault.remedy)
  }

  /// PE-M12: a service without endpoints that takes nobody from outside.
  private func refused(_ subject: NameSubject) -> [Check] {
    guard case .publicService = subject.answer.outcome, subject.entries.isEmpty,
      let target = subject.answer.links.last?.resource, TargetAccess(subject.estate, of: target).state == .closed
    else { return [] }
    return [
      Check(
        .endpointTargetRefuses, .fail,
        "\(target.name) is closed to the public, and the snapshot holds no private endpoint of it", target,
        remedy: Remedy("create a private endpoint for it, or open its public access"))
    ]
  }

  /// The name has the answer that it should have, or nobody can tell.
  private func resolved(_ subject: NameSubject) -> Check {
    let answer = subject.answer
    let resource = answer.records.last?.resource
    switch answer.outcome {
    case .addresses(let addresses):
      let texts = addresses.map(\.description).joined(separator: ", ")
      let owner = subject.entries.first.map {
        ", the address of \(subject.estate.privateEndpoints[$0.endpoint].id.name)"
      }
      return Check(.nameResolved, .pass, "\(answer.name) gives \(texts)\(owner ?? "")", resource)
    case .publicService:
      return Check(.nameResolved, .pass, "\(answer.name) gives a public address of the service", resource)
    case .alias(let target): return Check(.nameResolved, .pass, "\(answer.name) is an alias of \(target)", resource)
    case .unknown(let missing):
      return Check(.nameResolved, .unknown, "unknown: \(missing.summary)", missing.resource)
    case .noSuchName, .noData, .failure:
      return Check(
        .nameResolved, .unknown, answer.links.last?.summary ?? "no answer for \(answer.name)",
        answer.links.last?.resource)
    }
  }

  // MARK: The endpoint's own state, and what overrides all servers

  /// D11: no endpoint of the name is approved.
  private func unapproved(_ subject: NameSubject) -> Check? {
    let states = subject.entries.map { entry in
      (entry.endpoint, subject.estate.privateEndpoints[entry.endpoint].connections.first { !$0.isApproved })
    }
    guard !states.isEmpty, let (endpoint, connection) = states.first, let connection,
      states.allSatisfy({ $0.1 != nil })
    else { return nil }
    return ApprovalCheck(subject.estate).check(endpoint, connection)
  }

  /// D14: a hosts file says otherwise.
  private func overridden(_ subject: NameSubject) -> Check? {
    guard let link = subject.answer.links.first, link.origin == .hostsFile, !subject.entries.isEmpty,
      !subject.isExpected(subject.answer.addresses)
    else { return nil }
    let right = subject.expected.map(\.description).joined(separator: ", ")
    return Check(
      .hostsFileOverrides, .fail,
      "\(link.summary) for \(subject.name), and the private endpoint has \(right): no server is asked", link.resource,
      detail: [.init("hosts", link.value), .init("expected", right)], party: .customer,
      remedy: Remedy("take the line out of the hosts file, or write \(right) there, and flush the machine's cache"))
  }

  /// D-SPLIT: servers of one asker that answer differently. The second is asked only where the first doesn't answer.
  private mutating func differing(_ subject: NameSubject) -> [Check] {
    guard case .network(let network, _) = subject.asker else { return [] }
    let (servers, source) = resolver.servers(of: subject.asker)
    guard servers.count > 1 else { return [] }
    let outcomes = servers.map { resolver.resolve(subject.name, inNetwork: network, asking: [$0]).outcome }
    let certain = outcomes.filter { outcome in if case .unknown = outcome { false } else { true } }
    guard Set(certain).count > 1 else { return [] }
    return [
      Check(
        .nameServersDiffer, .warning,
        "the DNS servers \(servers.joined(separator: ", ")) answer \(subject.name) differently: the answer depends on which"
          + " of them is up", source)
    ]
  }
}

extension PrivateLinkServiceConnection {
  /// Whether the connection lets packets pass; one whose state the snapshot doesn't hold counts.
  var isApproved: Bool { status.map { $0.lowercased() == "approved" } ?? true }
}
