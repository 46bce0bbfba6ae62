internal import AzureResources
public import CircuitVerification
public import Estate
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity
public import JSONDocument
public import TerminalText

/// What verifying a circuit found, with the chain of network points.
public struct CircuitVerificationReport: DrawnReport {
  private let result: CircuitVerification
  private let snapshot: SnapshotText

  /// A report of a circuit of `estate`.
  public init(_ result: CircuitVerification, of estate: Estate) {
    self.result = result
    snapshot = estate.text
  }

  /// The shape that all verifications share; `connectivityModel` and `networkPoints` beside it.
  public var json: JSONValue {
    guard var object = VerificationJSON(result.verification, snapshot).value.members else { return .null }
    object["connectivityModel"] = [
      "model": .string(result.model.rawValue), "inferred": .bool(result.isModelInferred),
    ]
    object["networkPoints"] = .array(
      result.chain.points.map { point in
        [
          "point": .integer(Int64(point.rawValue)), "name": .string(point.name),
          "primary": .string(result.chain.state(point, on: .primary).rawValue),
          "secondary": .string(result.chain.state(point, on: .secondary).rawValue),
        ]
      })
    object["breaksAt"] = .array(result.brokenPoints.map { .integer(Int64($0.rawValue)) })
    return .object(object)
  }

  /// A row a check.
  public var sheet: Sheet {
    Sheet(
      ["Verdict", "Code", "Status", "Network Points", "Peering", "Path", "Party", "Summary", "Resource"],
      result.findings.map { finding in
        [
          result.verification.verdict.rawValue, finding.check.code.rawValue, finding.check.status.rawValue,
          finding.points.map { "\($0.rawValue)" }.joined(separator: " "), finding.peering?.rawValue ?? "",
          finding.path?.rawValue ?? "", finding.check.party?.rawValue ?? "", finding.check.summary,
          finding.check.resource?.text ?? "",
        ]
      })
  }

  public func text(for terminal: Terminal) -> String {
    VerificationText(result.verification, terminal).text(with: CircuitChainText(result, terminal).text)
  }

  public var graph: String { CircuitChainGraph(result).dot }
}
