internal import AzureResources
internal import Diagnosis
internal import Findings
internal import JSONDocument
internal import Remediation

/// A remedy as JSON.
enum RemedyJSON {
  static func value(_ remedy: Remedy) -> JSONValue {
    [
      "summary": .string(remedy.summary), "commands": .array(remedy.commands.map { .string($0) }),
      "changes": .array(remedy.changes.map(change)), "proof": proof(remedy.proof),
      "opens": remedy.opens.map(OpeningJSON.value) ?? .null,
    ]
  }

  private static func change(_ change: Change) -> JSONValue {
    var object = JSONObject([("verb", .string(change.verb)), ("resourceId", .string(change.resource.text))])
    switch change {
    case .set(_, let property, let value), .add(_, let property, let value):
      object["property"] = .string(property)
      object["value"] = value
    case .put(_, let properties, _), .update(_, let properties): object["properties"] = .object(properties)
    case .deploy(_, let configurations, let regions):
      object["configurations"] = .array(configurations.map { .string($0.text) })
      object["regions"] = .array(regions.map { .string($0) })
    case .delete, .start, .synchronise, .approve: break
    }
    object["commands"] = .array(change.commands.map { .string($0) })
    return .object(object)
  }

  private static func proof(_ proof: RemedyProof) -> JSONValue {
    switch proof {
    case .notTried: .null
    case .works: ["result": "works"]
    case .clears: ["result": "clears"]
    case .goesOn(let next, let resource):
      [
        "result": "goesOn", "nextCode": .string(next.rawValue),
        "nextResourceId": resource.map { .string($0.text) } ?? .null,
      ]
    case .fails: ["result": "fails"]
    }
  }
}
