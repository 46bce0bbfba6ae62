import Glibc
import JSONDocument
import JSONReading
import Testing

@Suite("azimuth audit with baselines and suppressions")
struct AuditReviewCommandTests {
  /// A file with this text, for the length of a call.
  private func withFile<Result>(_ text: String, _ body: (String) async throws -> Result) async throws -> Result {
    var template = Array("/tmp/azimuth-audit-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    close(descriptor)
    let path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    defer { unlink(path) }
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
    return try await body(path)
  }

  private func json(_ run: AzimuthRun) throws -> JSONValue { try JSONParser.value(of: Array(run.output.utf8)) }

  @Test("What a baseline holds isn't printed and doesn't fail", arguments: ["--write-baseline", "-o json"])
  func baseline(way: String) async throws {
    try await withFile("") { path in
      if way == "-o json" {
        let first = try await AzimuthRun(["audit", "-o", "json"])
        try await withFile(first.output) { path in try await expectSilence(path) }
      } else {
        #expect(try await AzimuthRun(["audit", way, path, "-o", "none"]).code == 1)
        try await expectSilence(path)
      }
    }
  }

  private func expectSilence(_ baseline: String) async throws {
    let run = try await AzimuthRun(["audit", "--baseline", baseline, "--fail-on", "note", "-o", "json"])
    #expect(run.code == 0)
    #expect(try json(run)["findings"]?.elements == [])
    #expect(try (json(run)["known"]?.elements ?? []).count > 5)
  }

  @Test("A suppressed finding is listed with its reason, and doesn't fail")
  func suppressed() async throws {
    let text = """
      {"suppressions": [{"code": "AZR302", "resource": "*/connections/TO-PLANT", "reason": "the plant is shut",
        "expires": "2026-11-21"}]}
      """
    try await withFile(text) { path in
      let run = try await AzimuthRun(["audit", "--only", "AZR302", "--suppressions", path, "-o", "json"])
      #expect(run.code == 0)
      let suppressed = try json(run)["suppressed"]?.elements?.first
      #expect(suppressed?["reason"]?.text == "the plant is shut")
      #expect(suppressed?["expires"]?.text == "2026-11-21")
      #expect(run.error.isEmpty)
    }
  }

  @Test("A finding comes back the day after, and a note says so")
  func expired() async throws {
    let text = #"[{"code": "AZR302", "resource": "*", "reason": "the plant is shut", "expires": "2026-11-20"}]"#
    try await withFile(text) { path in
      let run = try await AzimuthRun(["audit", "--only", "AZR302", "--suppressions", path])
      #expect(run.code == 1)
      #expect(run.error.contains("note: the suppression of AZR302 for * expired on 2026-11-20"))
    }
  }

  @Test(
    "A suppression that is written wrong is an error with its number",
    arguments: [
      (#"[{"code": "AZR302", "resource": "*"}]"#, "suppression 1 gives no reason"),
      (#"[{"code": "AZR302", "reason": "x"}]"#, "suppression 1 names no resource"),
      (#"[{"resource": "*", "reason": "x"}]"#, "suppression 1 names no code"),
      (#"[{"code": "AZR999", "resource": "*", "reason": "x"}]"#, "code 'AZR999'"),
      (#"[{"code": "*", "resource": "*", "reason": "x", "expires": "soon"}]"#, "expires on 'soon'"),
      (#"{"findings": []}"#, "no list of suppressions"), ("[", "byte 1"),
    ])
  func wrong(text: String, says: String) async throws {
    try await withFile(text) { path in
      let run = try await AzimuthRun(["audit", "--suppressions", path])
      #expect(run.code == 3)
      #expect(run.error.contains(says), "\(run.error)")
    }
  }

  @Test("SARIF has what its schema requires")
  func sarif() async throws {
    let text = #"[{"code": "AZR302", "resource": "*", "reason": "the plant is shut"}]"#
    let log = try await withFile(text) { path in
      try json(try await AzimuthRun(["audit", "--suppressions", path, "-o", "sarif"]))
    }
    #expect(log["version"]?.text == "2.1.0")
    #expect(log["$schema"]?.text?.contains("sarif-2.1.0") == true)
    let run = try #require(log["runs"]?.elements?.first)
    let driver = try #require(run["tool"]?["driver"])
    #expect(driver["name"]?.text == "azimuth")
    let rules = try #require(driver["rules"]?.elements)
    let ids = rules.compactMap { $0["id"]?.text }
    #expect(ids.count == rules.count && Set(ids).count == ids.count)
    for rule in rules {
      #expect(rule["shortDescription"]?["text"]?.text?.isEmpty == false)
      #expect(rule["helpUri"]?.text == "docs/checks/\(rule["id"]?.text ?? "").md")
    }
    let results = try #require(run["results"]?.elements)
    #expect(results.count > 5)
    for result in results {
      let id = try #require(result["ruleId"]?.text)
      guard case .integer(let index)? = result["ruleIndex"] else {
        Issue.record("no ruleIndex")
        continue
      }
      #expect(ids[Int(index)] == id)
      #expect(["error", "warning", "note"].contains(result["level"]?.text))
      #expect(result["message"]?["text"]?.text?.isEmpty == false)
      let location = try #require(result["locations"]?.elements?.first)
      #expect(location["logicalLocations"]?.elements?.first?["fullyQualifiedName"]?.text?.hasPrefix("/") == true)
      let physical = try #require(location["physicalLocation"])
      #expect(physical["artifactLocation"]?["uri"]?.text?.contains("/hub-and-spoke/") == true)
      guard case .integer(let line)? = physical["region"]?["startLine"] else {
        Issue.record("no startLine")
        continue
      }
      #expect(line > 0)
      #expect(result["partialFingerprints"]?["azimuthFinding/v1"]?.text?.utf8.count == 16)
      #expect((result["suppressions"] != nil) == (id == "AZR302"))
    }
  }
}
