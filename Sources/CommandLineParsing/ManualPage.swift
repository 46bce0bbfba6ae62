/// The manual page of the whole program.
///
/// Groups of options that commands share are described once, after the commands.
struct ManualPage {
  let outline: CommandOutline
  let program: ProgramDescription

  var text: String {
    var page = Roff()
    page.title(program.name, date: program.released, source: "\(program.name) \(program.version)")
    page.section("NAME")
    page.paragraph("\(program.name) - \(Self.uncapitalised(outline.summary))")
    page.section("SYNOPSIS")
    for line in [outline.usage, "\(program.name) help [COMMAND...]", "\(program.name) --version"] {
      page.line(bold: program.name, line.dropFirst(program.name.count))
    }
    if !outline.discussion.isEmpty {
      page.section("DESCRIPTION")
      page.prose(outline.discussion)
    }
    page.section("COMMANDS")
    for command in outline.listedDescendants where !command.isGroup { write(command, to: &page) }
    for section in sharedSections {
      page.section(section.title.uppercased())
      write(section.options, to: &page)
    }
    definitions("EXIT STATUS", program.exitCodes, to: &page)
    definitions("ENVIRONMENT", program.environment, to: &page)
    examples(outline.examples, to: &page)
    return page.text
  }

  private func write(_ command: CommandOutline, to page: inout Roff) {
    page.subsection(command.usage)
    page.prose(command.summary)
    if !command.discussion.isEmpty { page.prose(command.discussion) }
    write(command.inputs.filter { $0.section == nil }, to: &page)
    let shared = command.optionSections.map(\.title).filter { $0 != "Options" }
    if !shared.isEmpty { page.prose("Takes these too: \(shared.joined(separator: ", ")).") }
    for example in command.examples { page.example(example.purpose + ":", example.line) }
  }

  private func write(_ inputs: [Input], to page: inout Roff) {
    for input in inputs { page.term(Self.label(input), InputText.description(input)) }
  }

  /// The groups that are embedded in commands, each title once.
  private var sharedSections: [(title: String, options: [Input])] {
    var sections: [(title: String, options: [Input])] = []
    for section in outline.listedDescendants.flatMap(\.optionSections) where section.title != "Options" {
      if !sections.contains(where: { $0.title == section.title }) { sections.append(section) }
    }
    return sections
  }

  private func definitions(_ title: String, _ definitions: [Definition], to page: inout Roff) {
    guard !definitions.isEmpty else { return }
    page.section(title)
    for definition in definitions { page.term(definition.term, definition.meaning) }
  }

  private func examples(_ examples: [Example], to page: inout Roff) {
    guard !examples.isEmpty else { return }
    page.section("EXAMPLES")
    for example in examples { page.example(example.purpose + ":", example.line) }
  }

  private static func label(_ input: Input) -> String {
    String(InputText.label(input).drop { $0 == " " })
  }

  private static func uncapitalised(_ sentence: String) -> String {
    let bare = sentence.last == "." ? sentence.dropLast() : sentence[...]
    return bare.prefix(1).lowercased() + bare.dropFirst()
  }
}
