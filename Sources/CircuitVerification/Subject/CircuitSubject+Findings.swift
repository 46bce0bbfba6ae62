internal import AzureResources
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// How checks say what they found.
extension CircuitSubject {
  /// A finding about the circuit or one of its parts.
  func finding(
    _ code: CheckCode, _ status: Check.Status, _ summary: String, at points: [NetworkPoint], path: DevicePath? = nil,
    peering: PeeringSubject? = nil, resource: ResourceID? = nil, evidence: [Evidence] = [], reading: Reading? = nil,
    party: ResponsibleParty? = nil, remedy: Remedy? = nil, detail: [Cause.Detail] = []
  ) -> CircuitFinding {
    let points = existing(points)
    var names: [Cause.Detail] = []
    if !points.isEmpty {
      names.append(.init("networkPoints", points.map { "\($0.rawValue)" }.joined(separator: ",")))
    }
    if let path { names.append(.init("path", path.rawValue)) }
    if let peering { names.append(.init("peering", peering.type.rawValue)) }
    if let reading { names.append(.init("reading", reading.id)) }
    let check = Check(
      code, status, summary, resource ?? peering?.peering.id ?? circuit.id, evidence, detail: names + detail,
      party: party, remedy: remedy)
    return CircuitFinding(check: check, points: points, path: path, peering: peering?.type)
  }

  /// What is said where a table can't be read: it is missing, refused or too old. nil where it can.
  func gap<Content: TableContent>(
    _ table: ObservedTable<Content>, _ code: CheckCode, _ what: String, _ path: PathSubject, _ peering: PeeringSubject,
    at points: [NetworkPoint], command: String
  ) -> CircuitFinding? {
    let name = "the \(what) of the \(path.path.rawValue) path"
    let summary: String
    var evidence: [Evidence] = []
    var remedy = Remedy("collect \(name)", [command])
    switch table {
    case .usable: return nil
    case .missing: summary = "nobody asked for \(name)"
    case .failed(let failure) where failure.saysPeeringIsMissing: return nil
    case .failed(let failure) where failure.isForWantOfRights:
      summary = "\(name) was refused for want of rights, which says nothing about the circuit"
      remedy = Remedy(
        "Reader lacks the call's right: take Network Contributor, or a role with"
          + " Microsoft.Network/expressRouteCircuits/peerings/*/action", [command])
      evidence = [self.evidence(failure, what)]
    case .failed(let failure):
      summary = "\(name) can't be told: Azure answered \(failure.status)\(failure.message.map { ", \($0)" } ?? "")"
      evidence = [self.evidence(failure, what)]
    case .outdated(let observed):
      let age = newest.flatMap { newest in observed.stamp.observedAt.map { newest.interval(since: $0) } } ?? 0
      summary =
        "\(name) is \(ObservationAge.text(age)) older than the newest answer about the circuit and isn't held"
        + " against it"
    case .foreign(_, let reason): summary = "\(name) isn't taken: \(reason)"
    }
    return finding(
      code, .unknown, summary, at: points, path: path.path, peering: peering, evidence: evidence, remedy: remedy)
  }

  /// What an answer said, as evidence.
  func evidence<Content>(_ observed: Observed<Content>, _ call: String, _ value: String) -> Evidence {
    .observation(
      observed.stamp.resource, call: call, value: value, at: observed.stamp.observedAt?.description,
      source: observed.stamp.source)
  }

  func evidence(_ failure: FailedObservation, _ call: String) -> Evidence {
    .observation(
      failure.stamp.resource, call: call, value: "\(failure.status) \(failure.message ?? failure.code ?? "")",
      at: failure.stamp.observedAt?.description, source: failure.stamp.source)
  }

  /// The party of a reading's words.
  func party(_ reading: Reading?) -> ResponsibleParty? {
    guard let owner = reading?.owner.lowercased(), !owner.isEmpty else { return nil }
    if owner.hasPrefix("microsoft") { return .microsoft }
    // Who of the two it is the table leaves open: where the provider routes it is the provider's link.
    if owner.contains("provider") { return owner == "provider" || model == .ipvpn ? .provider : .customer }
    return .customer
  }
}

extension Reading {
  /// What to do, as one sentence.
  var advice: String { nextActions.joined(separator: "; ") }
}
