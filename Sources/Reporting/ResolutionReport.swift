public import AzureResources
internal import IPAddressing
public import JSONDocument
public import NameResolution
internal import Routing
public import TerminalText

/// What DNS answers somewhere, link by link.
public struct ResolutionReport: Report {
  private let answer: NameAnswer
  /// Who asked: an id, `internet` or `onpremises`.
  private let asker: String
  /// The same in short.
  private let askerName: String
  /// The private endpoints that have the addresses.
  private let endpoints: [ResourceID]

  /// A report of an answer.
  public init(_ answer: NameAnswer, askedBy asker: String, named askerName: String, endpoints: [ResourceID]) {
    self.answer = answer
    self.asker = asker
    self.askerName = askerName
    self.endpoints = endpoints
  }

  public var json: JSONValue {
    var value = JSONObject([("schemaVersion", 1), ("source", .string(asker))])
    for member in NameAnswerJSON.value(answer).members?.members ?? [] { value[member.key] = member.value }
    value["privateEndpoints"] = .array(endpoints.map { .string($0.text) })
    value["missing"] = .array(answer.missing.map { [Self.missing($0)] } ?? [])
    return .object(value)
  }

  public var sheet: Sheet {
    Sheet(
      ["Status", "Kind", "Name", "Type", "Value", "TTL", "Answered By", "Resource", "Summary"],
      answer.links.map { link in
        [
          answer.outcome.word, link.kind.rawValue, link.name, link.recordType?.rawValue ?? "", link.value,
          link.timeToLive.map { "\($0)" } ?? "", link.origin.rawValue, link.resource?.text ?? "", link.summary,
        ]
      })
  }

  public func text(for terminal: Terminal) -> String {
    let (style, words) = verdict
    let title =
      StyledText(answer.outcome.word.uppercased(), style) + StyledText("  \(answer.name) for \(askerName)\(words)")
    return title.rendered(terminal.colouring) + "\n" + "\n" + NameChainText.lines(answer, terminal)
  }

  private static func missing(_ missing: MissingInput) -> JSONValue {
    [
      "kind": .string(missing.kind.rawValue), "summary": .string(missing.summary),
      "resourceId": missing.resource.map { .string($0.text) } ?? .null,
      "command": missing.command.map { .string($0) } ?? .null,
    ]
  }

  private var verdict: (Style, String) {
    switch answer.outcome {
    case .addresses(let addresses):
      let owner =
        endpoints.isEmpty ? "" : ", private endpoint \(endpoints.map { String($0.name) }.joined(separator: ", "))"
      return (.success, ": \(addresses.map(\.description).joined(separator: ", "))\(owner)")
    case .alias(let name): return (.success, ": \(name)")
    case .publicService: return (.warning, ": a public address")
    case .noSuchName: return (.error, ": the name doesn't exist there")
    case .noData: return (.error, ": the name has no such record there")
    case .failure: return (.error, ": no server answers")
    case .unknown: return (.warning, "")
    }
  }
}
