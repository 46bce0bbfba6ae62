import Testing

@Suite("The program")
struct AzimuthProgramTests {
  @Test(
    "Help is that of the golden files",
    arguments: ["diagnose", "routes", "next-hop", "flow", "rules", "show", "rest", "snapshot", "snapshot info"])
  func help(_ command: String) async throws {
    let words = command.split(separator: " ").map(String.init)
    let run = try await AzimuthRun(words + ["--help"], fixture: nil)
    Golden.check(run.transcript, "help/\(words.joined(separator: "-")).txt")
    #expect(run.output.contains("Examples:") || command == "snapshot")
  }

  @Test("Without a word it introduces itself")
  func introduction() async throws {
    Golden.check(try await AzimuthRun([], fixture: nil).transcript, "help/azimuth.txt")
  }

  @Test("The manual page has every command")
  func manual() async throws {
    Golden.check(try await AzimuthRun(["__man"], fixture: nil).output, "help/azimuth.1")
  }

  @Test("The version is one line")
  func version() async throws {
    #expect(try await AzimuthRun(["--version"], fixture: nil).output == "azimuth 0.1.0\n")
  }

  @Test(
    "Errors say what is wrong and what to do",
    arguments: [
      Scenario("no-snapshot", "routes web-1", fixture: ""),
      Scenario("snapshot-not-found", "routes web-1 --snapshot /nonexistent"),
      Scenario("unknown-name", "routes web1"),
      Scenario("unlike-every-name", "show zzzzzzzz"),
      Scenario("ambiguous-groups", "routes spare"),
      Scenario("ambiguous-types", "routes nva"),
      Scenario("wrong-kind", "routes office"),
      Scenario("other-group", "routes jump -g app-rg"),
      Scenario("other-subscription", "routes jump --subscription 1"),
      Scenario("malformed-id", "routes /a/b"),
      Scenario("id-not-in-snapshot", "routes --ids \(RESTCommandTests.base)/networkInterfaces/nowhere"),
      Scenario("id-of-wrong-kind", "routes --ids \(RESTCommandTests.base)/networkSecurityGroups/web-nsg"),
      Scenario("name-and-ids", "routes web-1 --ids x"),
      Scenario("neither-name-nor-ids", "show"),
      Scenario("empty-ids", "show --ids @-"),
      Scenario("ids-file-not-found", "show --ids @/nonexistent/ids"),
      Scenario("input-twice", "show --ids @- --snapshot -"),
      Scenario("input-three-times", "show jump --snapshot - --snapshot -"),
      Scenario("bad-day", "routes web-1 --as-of yesterday"),
      Scenario("bad-format", "routes web-1 -o xml"),
      Scenario("bad-explain", "routes web-1 --explain 10.0.0"),
      Scenario("no-nic", "routes sql-1", fixture: "machine-without-nic.json"),
      Scenario("broken-snapshot", "routes sql-1", fixture: "broken.json"),
    ])
  func errors(_ scenario: Scenario) async throws { try await scenario.check(in: "errors") }

  @Test("Exit codes tell usage, input and Azure's errors apart")
  func codes() async throws {
    #expect(try await AzimuthRun(["routes", "--nonsense"]).code == 2)
    #expect(try await AzimuthRun(["routes", "nobody"]).code == 3)
    #expect(try await AzimuthRun(["routes", "web-1"], fixture: "absent").code == 3)
    #expect(try await AzimuthRun(["rest", "-u", "/subscriptions/x/resourceGroups/y"]).code == 4)
    #expect(try await AzimuthRun(["routes", "web-1"]).code == 0)
  }

  @Test("Colour is for screens, unless NO_COLOR or --color says otherwise")
  func colour() async throws {
    let escape = "\u{1B}["
    let terminal = ["TERM": "xterm"]
    let plain = try await AzimuthRun(["routes", "sql-1"], environment: terminal)
    #expect(!plain.output.contains(escape))
    #expect(!plain.error.contains(escape))
    let screen = try await AzimuthRun(["routes", "sql-1"], columns: 120, environment: terminal)
    #expect(screen.output.contains(escape))
    #expect(screen.error.contains(escape))
    var silenced = terminal
    silenced["NO_COLOR"] = "1"
    let quiet = try await AzimuthRun(["routes", "sql-1"], columns: 120, environment: silenced)
    #expect(!quiet.output.contains(escape))
    #expect(!quiet.error.contains(escape))
    let forced = try await AzimuthRun(["routes", "sql-1", "--color", "always"], environment: silenced)
    #expect(forced.output.contains(escape))
    let never = try await AzimuthRun(["routes", "sql-1", "--color", "never"], columns: 120, environment: terminal)
    #expect(!never.output.contains(escape))
  }

  @Test("Errors keep to --color too")
  func errorColour() async throws {
    let terminal = ["TERM": "xterm"]
    for option in [["--color", "never"], ["--color=never"]] {
      let run = try await AzimuthRun(["routes", "nobody"] + option, columns: 120, environment: terminal)
      #expect(run.error.hasPrefix("error: the snapshot holds nothing named 'nobody'."))
    }
    let forced = try await AzimuthRun(["routes", "--bogus", "--color", "always"])
    #expect(forced.error.contains("\u{1B}["))
  }
}
