import TerminalText

/// Help for one command or group, laid out for a width.
struct HelpText {
  let outline: CommandOutline
  let program: ProgramDescription
  let width: Int

  var text: String {
    let sections = [
      usage, prose(outline.summary), prose(outline.discussion), commands,
      section("Arguments", outline.arguments.map { (InputText.label($0), InputText.description($0)) }),
      options, examples, exitCodes, environment, nextStep,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var isProgram: Bool { outline.path.count == 1 }

  /// The usage line; where it is too long the words go on under the first one after the command.
  private var usage: [String] {
    let indent = String(repeating: " ", count: "Usage: ".count + outline.line.count + 1)
    let lines = WordWrap.lines(
      String(outline.usage.dropFirst(outline.line.count + 1)), width: max(20, width - indent.count))
    return lines.enumerated().map { ($0 == 0 ? "Usage: \(outline.line) " : indent) + $1 }
  }

  private func prose(_ text: String) -> [String] {
    text.isEmpty ? [] : WordWrap.lines(text, width: width)
  }

  private var commands: [String] {
    section("Commands", outline.listedChildren.map { ($0.name, $0.summary) })
  }

  private var options: [String] {
    let help = ("-h, --help", "Show this help.")
    var sections = outline.optionSections.map { (title: $0.title, rows: $0.options.map(Self.row)) }
    if let own = sections.firstIndex(where: { $0.title == "Options" }) {
      sections[own].rows.append(help)
    } else {
      sections.insert(("Options", [help]), at: 0)
    }
    if isProgram { sections[0].rows.append(("    --version", "Show the version.")) }
    return Array(sections.map { section($0.title, $0.rows) }.joined(separator: [""]))
  }

  private static func row(_ option: Input) -> (String, String) {
    (InputText.label(option), InputText.description(option))
  }

  private var examples: [String] {
    guard !outline.examples.isEmpty else { return [] }
    return ["Examples:"]
      + outline.examples.flatMap { example in
        WordWrap.lines(example.purpose + ":", width: width - 2).map { "  " + $0 } + ["    " + example.line]
      }
  }

  private var exitCodes: [String] {
    guard isProgram || !outline.isGroup && outline.visibility != .builtIn else { return [] }
    return section("Exit codes", program.exitCodes.map { ($0.term, $0.meaning) })
  }

  private var environment: [String] {
    isProgram ? section("Environment", program.environment.map { ($0.term, $0.meaning) }) : []
  }

  private var nextStep: [String] {
    outline.isGroup ? prose("Help on a command: \(outline.line) COMMAND --help") : []
  }

  private func section(_ title: String, _ rows: [(String, String)]) -> [String] {
    rows.isEmpty ? [] : [title + ":"] + DefinitionList(rows: rows).lines(width: width)
  }
}
