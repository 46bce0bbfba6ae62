internal import AzureResources
internal import Estate
internal import Findings
internal import JSONDocument

/// A verification as JSON.
struct VerificationJSON {
  private let verification: Verification
  private let findings: FindingsJSON

  init(_ verification: Verification, _ text: SnapshotText) {
    self.verification = verification
    findings = FindingsJSON(text)
  }

  var value: JSONValue {
    [
      "schemaVersion": 1, "verdict": .string(verification.verdict.rawValue),
      "resource": .string(verification.resource.text), "cause": verification.cause.map(findings.cause) ?? .null,
      "checks": .array(verification.checks.map(findings.check)),
      "assumptions": .array(verification.assumptions.map(findings.assumption)),
      "missing": .array(verification.missing.map(findings.missing)),
    ]
  }
}
