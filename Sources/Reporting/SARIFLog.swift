internal import Auditing
internal import AzureFacts
internal import AzureResources
internal import Diagnosis
internal import Findings
internal import JSONDocument

/// An audit as a log of the Static Analysis Results Interchange Format.
///
/// - Source: OASIS, SARIF 2.1.0: §3.13 log, §3.14 run, §3.19 tool component, §3.27 result, §3.28 location,
///   §3.35 suppression, §3.49 rule.
struct SARIFLog {
  private let review: AuditReview
  private let places: SnapshotPlaces
  private let version: String

  init(_ review: AuditReview, _ places: SnapshotPlaces, version: String) {
    self.review = review
    self.places = places
    self.version = version
  }

  var value: JSONValue {
    let codes = Auditor.codes
    let numbers = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "azimuth", "version": .string(version), "semanticVersion": .string(version),
              "rules": .array(codes.map(rule)),
            ]
          ],
          "columnKind": "utf16CodeUnits",
          "results": .array(review.findings.map { result($0.finding, $0.standing, numbers[$0.finding.code] ?? -1) }),
        ]
      ],
    ]
  }

  private func rule(_ code: CheckCode) -> JSONValue {
    let page = "docs/checks/\(code.rawValue).md"
    return [
      "id": .string(code.rawValue), "name": .string("\(code)".prefix(1).uppercased() + "\(code)".dropFirst()),
      "shortDescription": ["text": .string(code.title + ".")], "helpUri": .string(page),
      "help": ["text": .string("See \(page)."), "markdown": .string("See [\(code.rawValue)](\(page)).")],
      "properties": ["tags": [.string(code.layer.rawValue)]],
    ]
  }

  private func result(_ finding: Finding, _ standing: AuditReview.Standing, _ rule: Int) -> JSONValue {
    var object = JSONObject([
      ("ruleId", .string(finding.code.rawValue)), ("ruleIndex", .integer(Int64(rule))),
      ("level", .string(finding.severity.rawValue)),
      ("message", ["text": .string("\(finding.summary). Remedy: \(finding.remedy.summary).")]),
      ("locations", [location(finding.resource)]),
      ("partialFingerprints", ["azimuthFinding/v1": .string(finding.key.fingerprint)]),
    ])
    if review.isReviewed { object["baselineState"] = standing == .known ? "unchanged" : "new" }
    if case .suppressed(let suppression) = standing {
      let until = suppression.expires.map { " (until \($0))" } ?? ""
      object["suppressions"] = [
        ["kind": "external", "status": "accepted", "justification": .string(suppression.reason + until)]
      ]
    }
    object["properties"] = [
      "resourceId": .string(finding.resource.text),
      "commands": .array(finding.remedy.commands.map { .string($0) }),
    ]
    return .object(object)
  }

  private func location(_ id: ResourceID) -> JSONValue {
    var object = JSONObject()
    if let place = places[id], place.path != "-" {
      object["physicalLocation"] = [
        "artifactLocation": ["uri": .string(Self.uri(place.path))],
        "region": ["startLine": .integer(Int64(place.line))],
      ]
    }
    object["logicalLocations"] = [
      ["name": .string(String(id.name)), "fullyQualifiedName": .string(id.text), "kind": "resource"]
    ]
    return .object(object)
  }

  /// A path as a URI reference: relative where the path is.
  private static func uri(_ path: String) -> String {
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let escaped = path.utf8.map { byte -> String in
      guard !allowed.contains(byte) else { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
    return path.hasPrefix("/") ? "file://\(escaped)" : escaped
  }
}
