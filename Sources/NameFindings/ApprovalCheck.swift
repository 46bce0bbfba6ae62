public import AzureResources
public import Estate
public import Findings
internal import JSONDocument
internal import PathAnalysis
internal import Remediation

/// Whether a private endpoint's connection is approved (D11).
public struct ApprovalCheck {
  private let estate: Estate

  public init(_ estate: Estate) { self.estate = estate }

  /// The check of one connection of an endpoint, an index of `Estate.privateEndpoints`.
  public func check(_ endpoint: Int, _ connection: PrivateLinkServiceConnection) -> Check {
    let id = estate.privateEndpoints[endpoint].id
    let target = connection.target.map { String($0.name) } ?? "its target"
    guard let status = connection.status else {
      return Check(.endpointNotApproved, .unknown, "the snapshot doesn't say whether \(id.name) is approved", id)
    }
    let way = isManual(id) ? "asked for by hand" : "approved automatically where the creator may"
    let evidence = Evidence.property(
      id, name: "privateLinkServiceConnectionState.status", value: status, source: estate.record(id)?.source)
    guard status.lowercased() != "approved" else {
      return Check(
        .endpointNotApproved, .pass, "\(id.name) is approved at \(target) (\(way))", id, [evidence],
        detail: [.init("status", status)])
    }
    return Check(
      .endpointNotApproved, .fail,
      "private endpoint \(id.name) is \(status) at \(target): nothing gets through it, and public DNS leads past it",
      id,
      [evidence], detail: [.init("status", status)], remedy: remedy(id, connection, status))
  }

  /// Whether the connection waits for somebody's hand: it is in `manualPrivateLinkServiceConnections`.
  public func isManual(_ endpoint: ResourceID) -> Bool {
    let json = estate.json(endpoint)
    return (json?["properties"] ?? json)?["manualPrivateLinkServiceConnections"]?.elements?.isEmpty == false
  }

  private func remedy(_ id: ResourceID, _ connection: PrivateLinkServiceConnection, _ status: String) -> Remedy {
    guard status.lowercased() == "pending" else {
      return Remedy(
        status.lowercased() == "rejected"
          ? "the target's owner refused: agree with them, delete the endpoint and create it again"
          : "the connection was removed at the target: delete the endpoint and create it again",
        ["az network private-endpoint delete --ids \(id)"])
    }
    return Remedy(
      "the target's owner approves the connection",
      [.approve(endpoint: id, connection: connectionAtTarget(id, connection))],
      lookups: connection.target.map { ["az network private-endpoint-connection list --id \($0)"] } ?? [])
  }

  /// The target's own entry for the endpoint, joined by the endpoint's id, never by name.
  func connectionAtTarget(_ endpoint: ResourceID, _ connection: PrivateLinkServiceConnection) -> ResourceID? {
    guard let target = connection.target, let json = estate.json(target) else { return nil }
    let entries = (json["properties"] ?? json)["privateEndpointConnections"]?.elements ?? []
    let own = entries.first { entry in
      (entry["properties"] ?? entry)["privateEndpoint"]?["id"]?.text.flatMap { ResourceID($0) } == endpoint
    }
    return own?["id"]?.text.flatMap { ResourceID($0) }
  }
}
