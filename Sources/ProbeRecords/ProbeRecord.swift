public import JSONDocument

/// A live probe's result as an observation: what a snapshot holds of it.
///
/// It has the form of every observation: `PROBE` is its method, and its path says what was probed.
public enum ProbeRecord {
  /// The method that no ARM call has.
  public static let method = "PROBE"

  /// The kinds of probes, by their path's segment.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case dns, tcp, tls

    var prefix: String { "/probes/\(rawValue)/" }
  }

  /// The observation of a probe.
  ///
  /// - Parameters:
  ///   - target: What was probed: a name, or host and port.
  ///   - asker: Where from: this machine's name, unless somebody gave a better one.
  ///   - time: UTC, ISO 8601.
  public static func json(
    _ kind: Kind, target: String, asker: String, request: JSONObject = JSONObject(), response: JSONValue, time: String
  ) -> JSONValue {
    var body = JSONObject([("from", .string(asker))])
    for member in request.members { body[member.key] = member.value }
    return [
      "method": .string(method), "path": .string(kind.prefix + target), "body": .object(body), "status": 200,
      "response": response, "observedAt": .string(time),
    ]
  }
}
