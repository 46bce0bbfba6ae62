internal import AzureResources
internal import TerminalText

/// The line above the answer for one of several resources.
enum Heading {
  /// The resource's name, its type and where it is, on a line of its own.
  static func text(_ id: ResourceID, for terminal: Terminal) -> String {
    let line = StyledText(DisplayName.of(id), .emphasis) + StyledText("  \(id.type)", .dim)
    return line.rendered(terminal.colouring) + "\n"
  }
}
