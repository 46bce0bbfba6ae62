internal import AzureResources
internal import Estate
internal import Diagnosis
internal import Findings
internal import IPAddressing
internal import ProbeRecords

/// The way to the endpoints: by configuration, and as probes saw it.
extension MigrateVerifier {
  /// Routes and filters from the appliance to each endpoint's port 443.
  mutating func pathChecks(_ names: [MigrateName]) -> [Check] {
    guard let source = question.source else { return [] }
    var checks: [Check] = []
    var seen: Set<IPAddress> = []
    for name in names {
      for address in name.expected where seen.insert(address).inserted {
        checks += pathCheck(name, address, source).map { [$0] } ?? []
      }
    }
    return checks
  }

  private mutating func pathCheck(_ name: MigrateName, _ address: IPAddress, _ source: EndpointReference) -> Check? {
    let question = Question(from: source, to: .address(address), port: 443)
    guard let diagnosis = try? diagnoser.diagnose(question) else { return nil }
    let what = "the appliance to \(address):443 (\(name.kind?.purpose.words ?? name.name))"
    switch diagnosis.verdict {
    case .reachable: return Check(.migratePathBlocked, .pass, "routes and filters lead from \(what)")
    case .indeterminate:
      missing += diagnosis.missing
      let isOpen = connections(name).last?.isOpen == true
      return Check(
        .migratePathBlocked, isOpen ? .pass : .unknown,
        isOpen ? "a probe got from \(what)" : "the snapshot lacks what decides the way from \(what)")
    case .blocked:
      guard let cause = diagnosis.cause else { return nil }
      return Check(
        .migratePathBlocked, connections(name).last?.isOpen == true ? .warning : .fail,
        "nothing gets from \(what): \(cause.summary) (\(cause.code.rawValue))", cause.resource, cause.evidence,
        detail: [.init("cause", cause.code.rawValue)], party: cause.party, remedy: cause.remedy)
    }
  }

  /// What probes of port 443 and of TLS saw.
  func probedPortChecks(_ name: MigrateName) -> [Check] {
    var checks: [Check] = []
    if let connection = connections(name).last {
      let address = connection.address.map { "\($0)" } ?? "no address"
      let via = connection.proxy.map { " through \($0)" } ?? ""
      let summary =
        connection.isOpen
        ? "\(name.name):443 opens at \(address)\(via)"
        : "\(name.name):443 doesn't open at \(address)\(via): \(connection.error ?? connection.outcome)"
      checks.append(
        Check(
          .probedPortClosed, connection.isOpen ? .pass : .fail, summary, nil,
          detail: [.init("outcome", connection.outcome)],
          remedy: connection.isOpen ? nil : Self.remedy(connection.outcome)))
    }
    guard let handshake = handshakes(name).last else { return checks }
    let isRight = handshake.outcome == "trusted"
    let names = handshake.certificateNames.joined(separator: ", ")
    let issuer = handshake.issuer.map { ", issued by \($0)" } ?? ""
    checks.append(
      Check(
        .probedCertificateWrong, isRight ? .pass : .fail,
        isRight
          ? "\(name.name) shows a trusted certificate of its own\(issuer)"
          : "\(name.name): \(handshake.error ?? handshake.outcome) (names: \(names)\(issuer))", nil,
        detail: [.init("outcome", handshake.outcome)],
        remedy: isRight
          ? nil : Remedy("exempt the name from TLS inspection, and see that its address is the private endpoint's")))
    return checks
  }

  func connections(_ name: MigrateName) -> [ObservedConnection] {
    question.probes.connections.filter { $0.port == 443 && $0.host == name.name && $0.proxy == nil }
  }

  func handshakes(_ name: MigrateName) -> [ObservedHandshake] {
    question.probes.handshakes.filter { $0.port == 443 && $0.host == name.name && $0.proxy == nil }
  }

  private static func remedy(_ outcome: String) -> Remedy {
    switch outcome {
    case "timeout":
      Remedy(
        "look at the way there and back: VPN or ExpressRoute, routes to the endpoint's subnet, network security groups,"
          + " firewalls that see only one direction", ["azimuth diagnose <appliance> <address>:443"])
    case "refused": Remedy("see whose address it is: a private endpoint's port 443 doesn't refuse")
    case "nameNotResolved": Remedy("repair DNS first")
    default: Remedy("look at the network between the appliance and the endpoint")
    }
  }
}
