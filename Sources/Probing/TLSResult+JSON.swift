public import JSONDocument
internal import TLSHandshakes

extension TLSResult {
  /// The result for programs and for snapshots (`docs/input.md`).
  public var json: JSONValue {
    var object = JSONObject([
      ("host", .string(target.host)), ("port", .integer(Int64(target.port))), ("outcome", .string(code)),
    ])
    object["address"] = address.map { .string("\($0.address)") } ?? .null
    if let proxy { object["proxy"] = .string("\(proxy)") }
    object["serverName"] = .string(serverName)
    if let fault { object["error"] = .string(fault) }
    object["connectTimeInMs"] = Self.json(connectTime)
    object["handshakeTimeInMs"] = Self.json(handshakeTime)
    guard let handshake else { return .object(object) }
    object["version"] = .string(handshake.version)
    object["cipher"] = .string(handshake.cipher)
    object["isTrusted"] = .bool(handshake.distrust == nil)
    object["matchesName"] = .bool(handshake.matchesName)
    object["chainLength"] = .integer(Int64(handshake.chainLength))
    object["certificate"] = handshake.certificate.map(Self.json) ?? .null
    return .object(object)
  }

  private static func json(_ duration: Duration?) -> JSONValue {
    duration.map { .number($0.roundedMilliseconds) } ?? .null
  }

  private static func json(_ certificate: TLSCertificate) -> JSONValue {
    [
      "subject": .string(certificate.subject), "issuer": .string(certificate.issuer),
      "names": .array(certificate.names.map { .string($0) }),
      "validFrom": certificate.validFrom.map { .string(UTCTime.text($0)) } ?? .null,
      "validUntil": certificate.validUntil.map { .string(UTCTime.text($0)) } ?? .null,
      "sha256": .string(certificate.fingerprint),
    ]
  }
}
