internal import TerminalText

/// A label with text beside it; on a screen the text wraps beside its label.
enum Paragraph {
  static func text(_ label: StyledText, _ text: StyledText, indent: Int, for terminal: Terminal) -> String {
    let room = terminal.width.map { max(20, $0 - indent) }
    let lines = room.map { text.wrapped(to: $0, at: .spaces) } ?? [text]
    return lines.enumerated().map { number, line in
      let lead = number == 0 ? label : ""
      let blanks = StyledText(String(repeating: " ", count: max(number == 0 ? 1 : 0, indent - lead.width)))
      return (lead + (indent > 0 ? blanks : "") + line).rendered(terminal.colouring) + "\n"
    }.joined()
  }
}
