internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import ProbeRecords

/// What probes saw of an endpoint, where the snapshot holds any: a server's answer to its name, a connection to its port.
///
/// A probe sees what configuration can't show, such as a server's own forwarders and caches. Of several probes by one
/// asker the newest counts.
struct EndpointProbeChecks {
  let checks: [Check]

  init(_ estate: Estate, _ endpoint: EndpointSummary) {
    let records = ProbeRecords(estate)
    let names = Set(endpoint.names.map { $0.lowercased() })
    var answers: [String: ObservedName] = [:]
    for answer in records.names where names.contains(answer.name) && answer.type != "CNAME" {
      answers["\(answer.name) \(answer.type) \(answer.server?.description ?? "") \(answer.asker ?? "")"] = answer
    }
    var connections: [String: ObservedConnection] = [:]
    for connection in records.connections {
      let isOwn = names.contains(connection.host) || connection.address.map(endpoint.addresses.contains) ?? false
      guard isOwn, connection.proxy == nil else { continue }
      connections["\(connection.host) \(connection.port) \(connection.asker ?? "")"] = connection
    }
    checks =
      answers.sorted { $0.key < $1.key }.compactMap { Self.check($0.value, endpoint) }
      + connections.sorted { $0.key < $1.key }.map { Self.check($0.value, endpoint) }
  }

  /// nil for an answer without addresses of a family that the endpoint doesn't have.
  private static func check(_ answer: ObservedName, _ endpoint: EndpointSummary) -> Check? {
    let reading = NameReading(answer, listed: endpoint.addresses)
    if reading.meaning == .noData, reading.expected.isEmpty { return nil }
    let given = answer.addresses.isEmpty ? answer.outcome.rawValue : list(answer.addresses)
    let server = answer.server.map { " from \($0)" } ?? ""
    let status: Check.Status =
      switch reading.isRight {
      case true?: .pass
      case false?: .fail
      case nil: reading.meaning == .timeout || reading.meaning == .serverError ? .fail : .unknown
      }
    return Check(
      .probedNameWrong, status,
      "a probe\(place(answer.asker, answer.observedAt)) got \(given) for \(answer.name)\(server): \(reading.summary)",
      endpoint.id,
      [
        .observation(
          endpoint.id, call: "PROBE /probes/dns/\(answer.name)", value: given, at: answer.observedAt, source: nil)
      ],
      detail: [.init("meaning", reading.meaning.rawValue)],
      remedy: status == .fail
        ? Remedy(
          "see which server answers there, and whether its forwarders lead to a resolver that has the zone",
          ["azimuth resolve \(answer.name) --from <asker>"]) : nil)
  }

  private static func check(_ connection: ObservedConnection, _ endpoint: EndpointSummary) -> Check {
    let address = connection.address.map { " at \($0)" } ?? ""
    let isElsewhere = connection.address.map { !endpoint.addresses.contains($0) } ?? false
    let outcome =
      connection.isOpen
      ? (isElsewhere ? "opens\(address), which isn't the endpoint's" : "opens\(address)")
      : "doesn't open\(address): \(connection.error ?? connection.outcome)"
    let isRight = connection.isOpen && !isElsewhere
    return Check(
      .probedPortClosed, isRight ? .pass : .fail,
      "\(connection.host):\(connection.port) \(outcome), as a probe\(place(connection.asker, connection.observedAt)) saw",
      endpoint.id,
      [
        .observation(
          endpoint.id, call: "PROBE /probes/tcp/\(connection.host):\(connection.port)", value: connection.outcome,
          at: connection.observedAt, source: nil)
      ],
      detail: [.init("outcome", connection.outcome)],
      remedy: isRight
        ? nil
        : Remedy(
          "follow the connection from where the probe ran", ["azimuth diagnose <asker> \(endpoint.id.name)"]))
  }

  private static func place(_ asker: String?, _ time: String?) -> String {
    (asker.map { " at \($0)" } ?? "") + (time.map { " of \($0)" } ?? "")
  }

  private static func list(_ addresses: [IPAddress]) -> String {
    addresses.map(\.description).joined(separator: ", ")
  }
}
