internal import Auditing
internal import AzureResources
internal import Diagnosis
internal import Findings
internal import Glibc
internal import JSONDocument
internal import JSONReading

/// The findings that were there before, in a file: what `-o json` prints is one, and so is what `--write-baseline` writes.
enum BaselineFile {
  static func read(_ path: String) throws(CommandError) -> Set<FindingKey> {
    guard let findings = try JSONInputFile.read(path)["findings"]?.elements else {
      throw CommandError(
        message: "\(path) is no baseline: it has no list of findings",
        remedy: "Write one with azimuth audit --write-baseline \(path).")
    }
    var keys: Set<FindingKey> = []
    for finding in findings {
      // A code of another version of the program is no fault: its finding can't come back.
      guard let code = finding["code"]?.text.flatMap(CheckCode.init(rawValue:)),
        let resource = finding["resourceId"]?.text.flatMap({ ResourceID($0) })
      else { continue }
      keys.insert(FindingKey(code, resource))
    }
    return keys
  }

  static func write(_ findings: [Finding], to path: String) throws(CommandError) {
    let rows = findings.map { finding -> JSONValue in
      [
        "code": .string(finding.code.rawValue), "resourceId": .string(finding.resource.text),
        "fingerprint": .string(finding.key.fingerprint), "summary": .string(finding.summary),
      ]
    }
    let text = JSONWriter.text(["schemaVersion": 1, "findings": .array(rows)]) + "\n"
    guard let file = fopen(path, "w") else {
      throw CommandError(message: "\(path): the baseline can't be written", remedy: "Name a file in a folder of yours.")
    }
    let isWritten = fputs(text, file) >= 0
    guard fclose(file) == 0, isWritten else {
      throw CommandError(message: "\(path): the baseline can't be written whole", remedy: "Is the disk full?")
    }
  }
}
