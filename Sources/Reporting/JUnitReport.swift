internal import Auditing
internal import AzureResources
internal import Diagnosis
internal import Findings

/// An audit as JUnit XML: a test suite a check, a test case a finding; a check without findings is one passed case.
struct JUnitReport {
  private let review: AuditReview
  private let codes: [CheckCode]
  private let threshold: Severity?

  init(_ review: AuditReview, _ codes: [CheckCode], _ threshold: Severity?) {
    self.review = review
    self.codes = codes
    self.threshold = threshold
  }

  var text: String {
    let byCode = Dictionary(grouping: review.findings, by: \.finding.code)
    let suites = codes.map { suite($0, byCode[$0] ?? []) }
    let failures = review.findings.count { isFailure($0.finding, $0.standing) }
    let tests = codes.reduce(0) { $0 + max(1, byCode[$1]?.count ?? 0) }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"azimuth audit\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\">\n"
      + suites.joined() + "</testsuites>\n"
  }

  private func isFailure(_ finding: Finding, _ standing: AuditReview.Standing) -> Bool {
    guard standing == .new, let threshold else { return false }
    return finding.severity >= threshold
  }

  private func suite(_ code: CheckCode, _ findings: [(finding: Finding, standing: AuditReview.Standing)]) -> String {
    let failures = findings.count { isFailure($0.finding, $0.standing) }
    let skipped = findings.count {
      if case .suppressed = $0.standing { true } else { false }
    }
    let cases =
      findings.isEmpty
      ? ["    <testcase classname=\"\(code.rawValue)\" name=\"\(Self.escaped(code.title))\"/>\n"]
      : findings.map { testCase($0.finding, $0.standing) }
    return "  <testsuite name=\"\(code.rawValue) \(Self.escaped(code.title))\" tests=\"\(cases.count)\""
      + " failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\">\n" + cases.joined() + "  </testsuite>\n"
  }

  private func testCase(_ finding: Finding, _ standing: AuditReview.Standing) -> String {
    let name = Self.escaped(DisplayName.of(finding.resource))
    let text = Self.escaped(
      (["\(finding.summary).", "\(finding.resource.text)", "Remedy: \(finding.remedy.summary)"]
        + finding.remedy.commands).joined(separator: "\n"))
    let summary = Self.escaped(finding.summary)
    let body: String
    switch standing {
    case .suppressed(let suppression): body = "<skipped message=\"\(Self.escaped(suppression.reason))\"/>"
    case _ where isFailure(finding, standing):
      body = "<failure type=\"\(finding.severity.rawValue)\" message=\"\(summary)\">\(text)</failure>"
    default: body = "<system-out>\(finding.severity.rawValue): \(text)</system-out>"
    }
    return "    <testcase classname=\"\(finding.code.rawValue)\" name=\"\(name)\">\(body)</testcase>\n"
  }

  /// Text for XML; what XML has no character for becomes a question mark.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "?"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
