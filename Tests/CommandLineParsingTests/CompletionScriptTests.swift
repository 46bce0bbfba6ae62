import CommandLineParsing
import Testing

@Suite("Completion scripts")
struct CompletionScriptTests {
  @Test("Each shell's script asks the program", arguments: Shell.allCases)
  func asks(shell: Shell) {
    let script = SampleProgram.program.completionScript(for: shell)
    #expect(script.contains(" __complete -- "))
    #expect(!script.contains("eval"))
    guard case .print(let text) = SampleProgram.outcome("completion \(shell.rawValue)") else {
      Issue.record("nothing is printed")
      return
    }
    #expect(text == script)
  }

  @Test("bash accepts its script", .enabled(if: Subprocess.has("bash"), "bash isn't installed"))
  func bashSyntax() throws { try checkSyntax("bash -n", .bash) }

  @Test("zsh accepts its script", .enabled(if: Subprocess.has("zsh"), "zsh isn't installed"))
  func zshSyntax() throws { try checkSyntax("zsh -n", .zsh) }

  @Test("fish accepts its script", .enabled(if: Subprocess.has("fish"), "fish isn't installed"))
  func fishSyntax() throws { try checkSyntax("fish -n", .fish) }

  private func checkSyntax(_ command: String, _ shell: Shell) throws {
    let result = try Subprocess.withFile(SampleProgram.program.completionScript(for: shell)) {
      try Subprocess.run("\(command) \($0)")
    }
    #expect(result.output == "")
    #expect(result.status == 0)
  }

  struct Line: Sendable {
    /// As bash splits it.
    let words: [String]
    let line: String
    /// What the program gets and what it answers.
    let asked: String
    let answer: String
    let offered: String
  }

  @Test(
    "In bash, words split at = and : reach the program whole, and candidates come back without what is on the line",
    .enabled(if: Subprocess.has("bash"), "bash isn't installed"),
    arguments: [
      Line(
        words: ["azimuth", "diagnose", "vm-"], line: "azimuth diagnose vm-", asked: "<diagnose><vm->",
        answer: #"vm-web\tnote\nvm-db\n"#, offered: "<vm-web><vm-db>"),
      Line(words: ["azimuth", ""], line: "azimuth ", asked: "<>", answer: #"flow\n"#, offered: "<flow>"),
      Line(
        words: ["azimuth", "flow", "--output", "=", "j"], line: "azimuth flow --output=j",
        asked: "<flow><--output=j>", answer: #"--output=json\n"#, offered: "<json>"),
      Line(
        words: ["azimuth", "flow", "--output", "="], line: "azimuth flow --output=", asked: "<flow><--output=>",
        answer: #"--output=json\n--output=csv\n"#, offered: "<json><csv>"),
      Line(
        words: ["azimuth", "flow", "a", ":", "b", "c"], line: "azimuth flow a:b c", asked: "<flow><a:b><c>",
        answer: #"cc\n"#, offered: "<cc>"),
      Line(
        words: ["azimuth", "flow", "vm"], line: "azimuth flow vm", asked: "<flow><vm>",
        answer: #"vm-$(id)\nvm b\n"#, offered: #"<vm-\$\(id\)><vm\ b>"#),
    ])
  func bash(line: Line) throws {
    let words = line.words.map { "'\($0)'" }.joined(separator: " ")
    let test = """
      compopt() { :; }
      azimuth() { shift 2; printf '<%s>' "$@" >&3; printf -- '\(line.answer)'; }
      COMP_WORDS=(\(words)); COMP_CWORD=\(line.words.count - 1); COMP_LINE='\(line.line)'; COMP_POINT=${#COMP_LINE}
      exec 3>&1
      _azimuth; echo; printf '<%s>' "${COMPREPLY[@]}"
      """
    let script = SampleProgram.program.completionScript(for: .bash) + test
    let result = try Subprocess.withFile(script) { try Subprocess.run("bash \($0)") }
    #expect(result.output == line.asked + "\n" + line.offered)
  }
}
