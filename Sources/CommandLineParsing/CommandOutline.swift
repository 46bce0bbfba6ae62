/// A command or group with all that help, the manual and completions say about it.
struct CommandOutline: Sendable {
  enum Visibility: Sendable {
    case listed
    /// Listed, but about the program itself: the exit codes of its answers don't apply.
    case builtIn
    /// Works, but no list shows it.
    case hidden
  }

  /// The words that call it, the program's name first.
  let path: [String]
  let summary: String
  let discussion: String
  let examples: [Example]
  let visibility: Visibility
  var inputs: [Input] = []
  var children: [CommandOutline] = []

  var name: String { path.last ?? "" }
  var line: String { path.joined(separator: " ") }
  var isGroup: Bool { !children.isEmpty }
  var listedChildren: [CommandOutline] { children.filter { $0.visibility != .hidden } }
  var arguments: [Input] { inputs.filter { $0.kind == .argument } }
  var options: [Input] { inputs.filter { $0.kind != .argument } }

  /// The options under their headings, the command's own first.
  var optionSections: [(title: String, options: [Input])] {
    var sections: [(title: String, options: [Input])] = []
    for option in options {
      let title = option.section ?? "Options"
      if let index = sections.firstIndex(where: { $0.title == title }) {
        sections[index].options.append(option)
      } else {
        sections.append((title, [option]))
      }
    }
    return sections
  }

  /// The line that shows what to type.
  var usage: String {
    if isGroup { return line + " COMMAND" }
    let required = options.filter(\.isRequired)
    return
      ([line] + arguments.map(\.usage) + required.map(\.usage)
      + (options.count > required.count ? ["[OPTIONS]"] : [])).joined(separator: " ")
  }

  /// The group or command under these words.
  func descendant(_ words: some Collection<String>) -> CommandOutline? {
    guard let word = words.first else { return self }
    return children.first { $0.name == word }?.descendant(words.dropFirst())
  }

  /// This outline and all under it that lists show, in order.
  var listedDescendants: [CommandOutline] {
    [self] + listedChildren.flatMap(\.listedDescendants)
  }
}
