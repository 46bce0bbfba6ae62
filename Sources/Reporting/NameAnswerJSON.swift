internal import AzureResources
internal import IPAddressing
internal import JSONDocument
internal import NameResolution

/// What DNS answers as JSON.
enum NameAnswerJSON {
  static func value(_ answer: NameAnswer) -> JSONValue {
    [
      "name": .string(answer.name.text), "status": .string(answer.outcome.word), "detail": detail(answer.outcome),
      "addresses": .array(answer.addresses.map { .string($0.description) }),
      "chain": .array(answer.links.map(link)),
    ]
  }

  /// What the status alone doesn't tell; null for addresses.
  private static func detail(_ outcome: NameOutcome) -> JSONValue {
    switch outcome {
    case .publicService: "publicService"
    case .alias(let name): .string(name)
    case .failure(let failure): .string(failure.rawValue)
    case .addresses, .noSuchName, .noData, .unknown: .null
    }
  }

  private static func link(_ link: NameLink) -> JSONValue {
    [
      "kind": .string(link.kind.rawValue), "name": .string(link.name),
      "recordType": link.recordType.map { .string($0.rawValue) } ?? .null,
      "value": link.value.isEmpty ? .null : .string(link.value),
      "ttl": link.timeToLive.map { .integer(Int64($0)) } ?? .null, "answeredBy": .string(link.origin.rawValue),
      "resourceId": link.resource.map { .string($0.text) } ?? .null, "summary": .string(link.summary),
    ]
  }
}
