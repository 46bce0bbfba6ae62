import CommandLineParsing
import Testing

@Suite("Commands filled from words")
struct InputFillingTests {
  struct Sample: Sendable {
    let line: String
    var environment: [String: String] = [:]
    let notes: [String]
  }

  @Test(
    "Words, defaults and environment reach the command",
    arguments: [
      Sample(line: "snapshot info", notes: ["day=-", "lines=20"]),
      Sample(line: "snapshot info -3", notes: ["day=-3", "lines=20"]),
      Sample(line: "snapshot info 3 4", notes: ["day=3", "lines=4"]),
      Sample(line: "snapshot merge a", notes: [#"paths=["a"]"#, "into=-", "tag=[]"]),
      Sample(
        line: "snapshot merge a --tag 1 - --into x --tag=2 -- --b",
        notes: [#"paths=["a", "-", "--b"]"#, "into=x", "tag=[1, 2]"]),
      Sample(line: "flow --direction INBOUND vm", notes: ["machine=vm", "direction=inbound"]),
    ])
  func filled(sample: Sample) async throws {
    let words = sample.line.split(separator: " ").map(String.init)
    #expect(try await SampleProgram.notes(words, environment: sample.environment) == sample.notes)
  }

  @Test(
    "Options and arguments may stand in any order",
    arguments: [
      ["-g", "rg", "vm", "sql:1433", "-ojson", "-v", "--protocol=udp"],
      ["vm", "sql:1433", "--protocol", "udp", "--resource-group", "rg", "--output", "json", "--verbose"],
      ["-vojson", "vm", "--protocol", "udp", "-grg", "--", "sql:1433"],
    ])
  func anyOrder(words: [String]) async throws {
    let notes = try #require(try await SampleProgram.notes(["diagnose"] + words))
    #expect(
      notes == [
        "source=vm", "destination=sql:1433", "protocol=udp", "port=0", "explain=false", "snapshot=[]", "output=json",
        "group=rg", "verbose=true",
      ])
  }

  @Test(
    "The environment is read only where the command line says nothing",
    arguments: [
      (["-s", "given"], ["AZIMUTH_SNAPSHOT": "set"], #"snapshot=["given"]"#),
      ([], ["AZIMUTH_SNAPSHOT": "set"], #"snapshot=["set"]"#),
      ([], ["AZIMUTH_SNAPSHOT": ""], "snapshot=[]"),
      (["-s", "a", "-s", "b"], [:], #"snapshot=["a", "b"]"#),
    ])
  func environment(words: [String], environment: [String: String], note: String) async throws {
    let notes = try await SampleProgram.notes(["diagnose", "a", "b"] + words, environment: environment)
    #expect(notes?.contains(note) == true)
  }
}
