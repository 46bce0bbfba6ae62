internal import AzureResources
internal import Estate
internal import Findings
internal import JSONDocument
internal import JSONReading
internal import NameFindings
internal import PathAnalysis

/// The checks of an endpoint by itself: its connection, its network, its data, and what it stands for.
struct EndpointStateChecks {
  private let estate: Estate
  private let endpoint: PrivateEndpoint
  private let index: Int
  private let summary: EndpointSummary

  init(_ estate: Estate, _ index: Int, _ summary: EndpointSummary) {
    self.estate = estate
    self.index = index
    self.summary = summary
    endpoint = estate.privateEndpoints[index]
  }

  private var id: ResourceID { endpoint.id }

  /// The connection's state, whichever of the two lists holds it.
  var connection: [Check] {
    guard !endpoint.connections.isEmpty else {
      return [Check(.endpointNotApproved, .unknown, "the snapshot holds no connection of \(id.name)", id)]
    }
    return endpoint.connections.map { ApprovalCheck(estate).check(index, $0) }
  }

  var provisioning: [Check] {
    let json = estate.json(id)
    let properties = json?["properties"] ?? json
    let lists = ["privateLinkServiceConnections", "manualPrivateLinkServiceConnections"]
    var states = lists.flatMap { properties?[$0]?.elements ?? [] }.map {
      ($0["properties"] ?? $0)["provisioningState"]?.text
    }
    states.insert(properties?["provisioningState"]?.text, at: 0)
    guard let bad = states.compactMap({ $0 }).first(where: { $0.lowercased() == "failed" }) else {
      return states[0].map {
        [
          Check(
            .endpointNotProvisioned, .pass, "\(id.name) is provisioned (\($0))", id, [property("provisioningState", $0)]
          )
        ]
      } ?? []
    }
    return [
      Check(
        .endpointNotProvisioned, .fail, "the last operation on \(id.name) failed", id,
        [property("provisioningState", bad)],
        remedy: Remedy(
          "repeat the operation, or create the endpoint again", ["az network private-endpoint show --ids \(id)"]))
    ]
  }

  /// What the target says of the endpoint: joined by the endpoint's id.
  var target: [Check] {
    guard let target = summary.target, let json = estate.json(target),
      let entries = (json["properties"] ?? json)["privateEndpointConnections"]?.elements
    else {
      return [
        Check(
          .endpointUnknownToTarget, .skipped,
          "the snapshot doesn't hold what \(summary.target.map { String($0.name) } ?? "the target") says of its connections",
          summary.target)
      ]
    }
    var checks: [Check] = []
    func endpoint(of entry: JSONValue) -> ResourceID? {
      (entry["properties"] ?? entry)["privateEndpoint"]?["id"]?.text.flatMap { ResourceID($0) }
    }
    func status(of entry: JSONValue) -> String {
      (entry["properties"] ?? entry)["privateLinkServiceConnectionState"]?["status"]?.text ?? "without state"
    }
    if let own = entries.first(where: { endpoint(of: $0) == id }) {
      let state = status(of: own)
      let agrees = summary.status.map { $0.lowercased() == state.lowercased() } ?? true
      checks.append(
        Check(
          .endpointUnknownToTarget, agrees ? .pass : .warning,
          agrees
            ? "\(target.name) lists the connection of \(id.name) as \(state)"
            : "\(target.name) lists the connection of \(id.name) as \(state), the endpoint says \(summary.status ?? "")",
          target))
    } else {
      checks.append(
        Check(
          .endpointUnknownToTarget, .fail,
          "\(target.name) lists no connection of \(id.name): it behaves as one that was disconnected", target,
          remedy: Remedy(
            "delete the endpoint and create it again", ["az network private-endpoint-connection list --id \(target)"])))
    }
    for entry in entries {
      guard let other = endpoint(of: entry), other.subscription == id.subscription, estate.record(other) == nil else {
        continue
      }
      checks.append(
        Check(
          .endpointUnknownToTarget, .warning,
          "\(target.name) lists a connection of \(other.name), which the snapshot doesn't hold: it may be left over",
          target))
    }
    return checks
  }

  /// The network that the target's project expects its endpoints in.
  var network: [Check] {
    let place = "\(endpoint.subnet?.parent?.name ?? "")/\(endpoint.subnet?.name ?? "")"
    guard let expected = ExpectedSubnet(estate, beside: id, target: summary.target) else {
      return [
        Check(
          .endpointNetwork, .skipped,
          "\(id.name) is in \(place); nothing of the snapshot says which network its target expects", endpoint.subnet)
      ]
    }
    let isRight = expected.subnet.parent == endpoint.subnet?.parent
    return [
      Check(
        .endpointNetwork, isRight ? .pass : .fail,
        isRight
          ? "\(id.name) is in network \(endpoint.subnet?.parent?.name ?? ""), as \(expected.source.name) expects"
          : "\(id.name) is in \(place), and \(expected.source.name) expects its endpoints in"
            + " \(expected.subnet.parent?.name ?? "")/\(expected.subnet.name)", endpoint.subnet,
        detail: [.init("expected", expected.subnet.text)],
        remedy: isRight ? nil : Remedy("create the endpoint again in the expected network, or connect the two"))
    ]
  }

  var dataFlow: [Check] {
    guard let flow = EndpointDataFlow(estate, of: id) else {
      return [
        Check(
          .endpointDataFlow, .skipped,
          "the snapshot holds no metrics of \(id.name): az monitor metrics list --resource \(id) --metrics PEBytesIn PEBytesOut",
          id)
      ]
    }
    let detail: [Cause.Detail] = [.init("PEBytesIn", "\(flow.bytesIn)"), .init("PEBytesOut", "\(flow.bytesOut)")]
    let span = flow.span.map { " \($0)" } ?? ""
    switch (flow.bytesIn > 0, flow.bytesOut > 0) {
    case (true, true):
      return [
        Check(
          .endpointDataFlow, .pass, "\(flow.bytesIn) bytes went in and \(flow.bytesOut) out through \(id.name)\(span)",
          id,
          detail: detail)
      ]
    case (true, false):
      return [
        Check(
          .endpointDataFlow, .warning,
          "\(flow.bytesIn) bytes went in through \(id.name)\(span) and none out: the service doesn't answer", id,
          detail: detail)
      ]
    default:
      return [
        Check(
          .endpointDataFlow, .warning,
          "no bytes went through \(id.name)\(span): if clients work they take the public way, else nothing arrives", id,
          detail: detail)
      ]
    }
  }

  /// Whether the public gets in beside the endpoint.
  var publicAccess: [Check] {
    let name = summary.target.map { String($0.name) } ?? "the target"
    switch summary.publicAccess.state {
    case .closed: return [Check(.endpointTargetOpen, .pass, "\(name) is closed to the public", summary.target)]
    case .restricted:
      return [
        Check(
          .endpointTargetOpen, .pass,
          "\(name) lets in \(summary.publicAccess.exceptions) exceptions besides its private endpoints", summary.target)
      ]
    case .open:
      return [
        Check(
          .endpointTargetOpen, .warning, "\(name) is open to the public beside its private endpoints", summary.target,
          remedy: Remedy("close the public access once every client uses the endpoint"))
      ]
    case .unknown:
      return [
        Check(
          .endpointTargetOpen, .skipped, "the snapshot doesn't say whether \(name) is open to the public",
          summary.target)
      ]
    }
  }

  private func property(_ name: String, _ value: String) -> Evidence {
    .property(id, name: name, value: value, source: estate.record(id)?.source)
  }
}
