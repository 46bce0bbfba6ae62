internal import DNSMessages
public import JSONDocument

extension DNSAnswer {
  /// The answer for programs and for snapshots (`docs/input.md`).
  public var json: JSONValue {
    var object = JSONObject([
      ("name", .string(question.name)), ("type", .string("\(question.type)")),
      ("server", .string("\(server.address)")), ("port", .integer(Int64(server.port))),
      ("outcome", .string(outcome.code)),
    ])
    if let responseCode { object["responseCode"] = .string("\(responseCode)") }
    if case .noAnswer(let error) = outcome { object["error"] = .string("\(error)") }
    object["chain"] = .array((aliases + records).map(Self.json))
    object["addresses"] = .array(addresses.map { .string("\($0)") })
    object["transport"] = transport.map { .string($0.rawValue) } ?? .null
    object["isAuthoritative"] = .bool(isAuthoritative)
    object["timeInMs"] = .number(duration.roundedMilliseconds)
    object["tries"] = .integer(Int64(tries))
    object["faults"] = .array(faults.map { ["code": .string($0.code), "summary": .string($0.summary)] })
    return .object(object)
  }

  private static func json(_ record: DNSRecord) -> JSONValue {
    [
      "name": .string(record.owner), "type": .string("\(record.type)"), "ttl": .integer(Int64(record.ttl)),
      "value": .string(record.value),
    ]
  }
}
