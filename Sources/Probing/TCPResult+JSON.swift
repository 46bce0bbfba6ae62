public import JSONDocument

extension TCPResult {
  /// The result for programs and for snapshots (`docs/input.md`).
  public var json: JSONValue {
    var object = JSONObject([
      ("host", .string(target.host)), ("port", .integer(Int64(target.port))),
      ("outcome", .string(isOpen ? "open" : lastError?.code ?? "notTried")),
    ])
    object["address"] = address.map { .string("\($0.address)") } ?? .null
    if let proxy { object["proxy"] = .string("\(proxy)") }
    if let lastError { object["error"] = .string("\(lastError)") }
    object["sent"] = .integer(Int64(sent))
    object["lost"] = .integer(Int64(lost))
    object["minimumInMs"] = Self.json(minimum)
    object["averageInMs"] = Self.json(average)
    object["maximumInMs"] = Self.json(maximum)
    object["attempts"] = .array(attempts.map(Self.json))
    return .object(object)
  }

  private static func json(_ duration: Duration?) -> JSONValue {
    duration.map { .number($0.roundedMilliseconds) } ?? .null
  }

  private static func json(_ attempt: TCPAttempt) -> JSONValue {
    var object = JSONObject([("isWarmUp", .bool(attempt.isWarmUp))])
    object["source"] = attempt.source.map { .string("\($0)") } ?? .null
    switch attempt.result {
    case .success(let time):
      object["outcome"] = "connected"
      object["timeInMs"] = .number(time.roundedMilliseconds)
    case .failure(let error):
      object["outcome"] = .string(error.code)
      object["error"] = .string("\(error)")
    }
    return .object(object)
  }
}
