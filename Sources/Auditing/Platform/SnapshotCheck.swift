internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Faults of the snapshot itself, on which other answers rest.
struct SnapshotCheck: AuditCheck {
  static let code = CheckCode.snapshotInconsistent

  static func findings(in audited: AuditedEstate) -> [Finding] {
    audited.estate.findings.map { finding in
      let severity: Severity =
        if case .orphan = finding { .note } else { .warning }
      return Finding(
        code, severity, finding.summary, finding.resource, [],
        remedy: Remedy("collect the snapshot again", ["azimuth snapshot info"]))
    }
  }
}
